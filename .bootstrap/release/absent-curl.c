// Stand-ins for the functions of libcurl that Foundation's URL loading wants at the link.
//
// The program opens no connection to another machine. The library that serves the studio brings
// Foundation's URL loading along for a proxy that nobody asks for, and with the Swift runtime linked
// in that would make libcurl and its thirty libraries a condition of every start. Whoever loaded a URL
// nevertheless would be told that it failed.

#include <stddef.h>

#define ABSENT __attribute__((visibility("default")))

// CURLE_FAILED_INIT, which is no success as CURLMcode and CURLUcode either.
enum { FAILED = 2 };

ABSENT int curl_easy_getinfo(void) { return FAILED; }
ABSENT int curl_easy_pause(void) { return FAILED; }
ABSENT int curl_easy_setopt(void) { return FAILED; }
ABSENT int curl_global_init(void) { return FAILED; }
ABSENT int curl_multi_add_handle(void) { return FAILED; }
ABSENT int curl_multi_assign(void) { return FAILED; }
ABSENT int curl_multi_cleanup(void) { return FAILED; }
ABSENT int curl_multi_remove_handle(void) { return FAILED; }
ABSENT int curl_multi_setopt(void) { return FAILED; }
ABSENT int curl_multi_socket_action(void) { return FAILED; }
ABSENT int curl_url_get(void) { return FAILED; }
ABSENT int curl_url_set(void) { return FAILED; }

ABSENT void *curl_easy_init(void) { return NULL; }
ABSENT void *curl_multi_init(void) { return NULL; }
ABSENT void *curl_multi_info_read(void) { return NULL; }
ABSENT void *curl_slist_append(void) { return NULL; }
ABSENT void *curl_url(void) { return NULL; }
ABSENT void *curl_version_info(void) { return NULL; }
ABSENT const char *curl_easy_strerror(void) { return "absent"; }
ABSENT const char *curl_version(void) { return "absent"; }

ABSENT void curl_easy_cleanup(void) {}
ABSENT void curl_free(void) {}
ABSENT void curl_slist_free_all(void) {}
