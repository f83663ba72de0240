// SQLite, to read tables of cases; databases are opened in memory and never written. The functions
// that take variable arguments or a callback, which Swift cannot call.
#include <sqlite3.h>

// A schema from elsewhere is not trusted: no functions with side effects, no writing of its own tables.
static inline void banxin_sqlite_harden(sqlite3 *db) {
  sqlite3_db_config(db, SQLITE_DBCONFIG_DEFENSIVE, 1, (int *)0);
  sqlite3_db_config(db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, (int *)0);
  sqlite3_db_config(db, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, (int *)0);
  sqlite3_db_config(db, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, (int *)0);
}

static inline int banxin_sqlite_give_up(void *left) {
  int *thousands = (int *)left;
  return --*thousands <= 0;
}

// Ends queries after so many thousand steps in all; the counter outlives the connection.
static inline void banxin_sqlite_limit_steps(sqlite3 *db, int *thousands) {
  sqlite3_progress_handler(db, 1000, banxin_sqlite_give_up, thousands);
}
