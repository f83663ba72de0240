// A deflate that costs a fifth, behind zlib's interface.
//
// Cairo and qpdf compress through zlib's default and have no setting for it. The functions below bear
// the names of zlib's, and the program's own symbols come before those of its libraries. A stream that
// is opened by `deflateInit` at the default level is compressed by ISA-L; every other one, and every
// function that only zlib has, goes to zlib itself.
//
// Of ISA-L's levels the first two make the same bytes on every processor with SSE 4.2, from 2008 on,
// whatever else it has; level 3 does not. Without SSE 4.2 the process has zlib's.

#include "CDeflate.h"

#if defined(__x86_64__) && defined(__linux__)

#define _GNU_SOURCE
#include <dlfcn.h>
#include <isa-l/igzip_lib.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <zlib.h>

enum { LEVEL = 2, LEVEL_BYTES = ISAL_DEF_LVL2_DEFAULT };

// zlib's own state begins with the address of its stream, ours with this number, which is none.
static const uint64_t MARK = 0xB0A7C1F5D3E94711u;

struct fast_state {
  uint64_t mark;
  int is_ended;
  struct isal_zstream stream;
  uint8_t level_buffer[LEVEL_BYTES];
};

static int has_fast(void) {
  __builtin_cpu_init();
  return __builtin_cpu_supports("sse4.2") && __builtin_cpu_supports("pclmul");
}

const char *banxin_deflate_name(void) { return has_fast() ? "isal" : "zlib"; }

static struct fast_state *fast(z_streamp strm) {
  if (strm == NULL || strm->state == NULL) return NULL;
  struct fast_state *state = (struct fast_state *)strm->state;
  uint64_t mark;
  memcpy(&mark, state, sizeof mark);
  return mark == MARK ? state : NULL;
}

// zlib's function of a name; the library is there, since Cairo is linked with it.
#define ZLIB(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

static void begin(struct fast_state *state) {
  isal_deflate_init(&state->stream);
  state->is_ended = 0;
  state->stream.gzip_flag = IGZIP_ZLIB;
  state->stream.level = LEVEL;
  state->stream.level_buf = state->level_buffer;
  state->stream.level_buf_size = LEVEL_BYTES;
}

int deflateInit_(z_streamp strm, int level, const char *version, int stream_size) {
  int is_default = level == Z_DEFAULT_COMPRESSION || level == 6;
  if (strm == NULL || !is_default || strm->zalloc != Z_NULL || !has_fast()) {
    return ZLIB(deflateInit_)(strm, level, version, stream_size);
  }
  struct fast_state *state = calloc(1, sizeof *state);
  if (state == NULL) return Z_MEM_ERROR;
  state->mark = MARK;
  begin(state);
  strm->state = (struct internal_state *)state;
  strm->msg = Z_NULL;
  strm->total_in = 0;
  strm->total_out = 0;
  strm->adler = 1;
  return Z_OK;
}

int deflate(z_streamp strm, int flush) {
  struct fast_state *state = fast(strm);
  if (state == NULL) return ZLIB(deflate)(strm, flush);
  if (state->is_ended) return flush == Z_FINISH ? Z_STREAM_END : Z_BUF_ERROR;
  struct isal_zstream *stream = &state->stream;
  stream->next_in = (uint8_t *)strm->next_in;
  stream->avail_in = strm->avail_in;
  stream->next_out = strm->next_out;
  stream->avail_out = strm->avail_out;
  stream->end_of_stream = flush == Z_FINISH;
  stream->flush = flush == Z_FULL_FLUSH                            ? FULL_FLUSH
                  : flush == Z_SYNC_FLUSH || flush == Z_PARTIAL_FLUSH ? SYNC_FLUSH
                                                                   : NO_FLUSH;
  int result = isal_deflate(stream);
  unsigned long taken = strm->avail_in - stream->avail_in;
  unsigned long given = strm->avail_out - stream->avail_out;
  strm->next_in += taken;
  strm->avail_in -= taken;
  strm->total_in += taken;
  strm->next_out += given;
  strm->avail_out -= given;
  strm->total_out += given;
  if (result != COMP_OK) return Z_STREAM_ERROR;
  if (stream->internal_state.state == ZSTATE_END) {
    state->is_ended = 1;
    return Z_STREAM_END;
  }
  return taken == 0 && given == 0 && flush != Z_FINISH ? Z_BUF_ERROR : Z_OK;
}

int deflateEnd(z_streamp strm) {
  struct fast_state *state = fast(strm);
  if (state == NULL) return ZLIB(deflateEnd)(strm);
  int is_ended = state->is_ended;
  free(state);
  strm->state = Z_NULL;
  return is_ended ? Z_OK : Z_DATA_ERROR;
}

int deflateReset(z_streamp strm) {
  struct fast_state *state = fast(strm);
  if (state == NULL) return ZLIB(deflateReset)(strm);
  begin(state);
  strm->total_in = 0;
  strm->total_out = 0;
  return Z_OK;
}

uLong deflateBound(z_streamp strm, uLong size) {
  // Stored blocks of 65,535 bytes at the worst, with head and check sum.
  return fast(strm) == NULL ? ZLIB(deflateBound)(strm, size)
                            : size + (size / 65535 + 1) * 5 + 64;
}

// What only zlib does is asked of zlib's streams alone.
int deflateParams(z_streamp strm, int level, int strategy) {
  return fast(strm) == NULL ? ZLIB(deflateParams)(strm, level, strategy) : Z_STREAM_ERROR;
}

int deflateSetDictionary(z_streamp strm, const Bytef *words, uInt size) {
  return fast(strm) == NULL ? ZLIB(deflateSetDictionary)(strm, words, size) : Z_STREAM_ERROR;
}

int deflateCopy(z_streamp target, z_streamp source) {
  return fast(source) == NULL ? ZLIB(deflateCopy)(target, source) : Z_STREAM_ERROR;
}

int deflateTune(z_streamp strm, int good, int lazy, int nice, int chain) {
  return fast(strm) == NULL ? ZLIB(deflateTune)(strm, good, lazy, nice, chain) : Z_STREAM_ERROR;
}

int deflatePending(z_streamp strm, unsigned *pending, int *bits) {
  return fast(strm) == NULL ? ZLIB(deflatePending)(strm, pending, bits) : Z_STREAM_ERROR;
}

int deflatePrime(z_streamp strm, int bits, int value) {
  return fast(strm) == NULL ? ZLIB(deflatePrime)(strm, bits, value) : Z_STREAM_ERROR;
}

#else

const char *banxin_deflate_name(void) { return "zlib"; }

#endif
