// A deflate that costs half, behind zlib's interface.
//
// Cairo and qpdf compress through zlib's default and have no setting for it. The functions below bear
// the names of zlib's, and the program's own symbols come before those of its libraries. A stream that
// is opened by `deflateInit` at the default level is gathered and compressed as a whole by libdeflate,
// which makes the same bytes on every machine; every other one, and every function that only zlib has,
// goes to zlib itself. (Intel's ISA-L is faster still, but did not always make the same bytes of the
// same stream.)

#define _GNU_SOURCE
#include "CDeflate.h"

#include <dlfcn.h>
#include <libdeflate.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <zlib.h>

enum { LEVEL = 6 };

// zlib's own state begins with the address of its stream, ours with this number, which is none.
static const uint64_t MARK = 0xB0A7C1F5D3E94711u;

struct whole_state {
  uint64_t mark;
  int is_ended;
  // Everything that was given so far.
  uint8_t *input;
  size_t filled, room;
  // What comes of it, once the end is known, and how much of that has been handed out.
  uint8_t *output;
  size_t size, given;
};

const char *banxin_deflate_name(void) { return "libdeflate"; }

static struct whole_state *whole(z_streamp strm) {
  if (strm == NULL || strm->state == NULL) return NULL;
  struct whole_state *state = (struct whole_state *)strm->state;
  uint64_t mark;
  memcpy(&mark, state, sizeof mark);
  return mark == MARK ? state : NULL;
}

// zlib's function of a name; the library is there, since Cairo is linked with it.
#define ZLIB(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

static void begin(struct whole_state *state) {
  free(state->input);
  free(state->output);
  memset(state, 0, sizeof *state);
  state->mark = MARK;
}

int deflateInit_(z_streamp strm, int level, const char *version, int stream_size) {
  int is_default = level == Z_DEFAULT_COMPRESSION || level == LEVEL;
  if (strm == NULL || !is_default || strm->zalloc != Z_NULL) {
    return ZLIB(deflateInit_)(strm, level, version, stream_size);
  }
  struct whole_state *state = calloc(1, sizeof *state);
  if (state == NULL) return Z_MEM_ERROR;
  begin(state);
  strm->state = (struct internal_state *)state;
  strm->msg = Z_NULL;
  strm->total_in = 0;
  strm->total_out = 0;
  strm->adler = 1;
  return Z_OK;
}

// Takes what is given; 0 where there is no memory.
static int gather(struct whole_state *state, z_streamp strm) {
  size_t count = strm->avail_in;
  if (count == 0) return 1;
  if (state->filled + count > state->room) {
    size_t room = state->room == 0 ? 1 << 14 : state->room;
    while (room < state->filled + count) room *= 2;
    uint8_t *input = realloc(state->input, room);
    if (input == NULL) return 0;
    state->input = input;
    state->room = room;
  }
  memcpy(state->input + state->filled, strm->next_in, count);
  state->filled += count;
  strm->next_in += count;
  strm->avail_in = 0;
  strm->total_in += count;
  return 1;
}

static int compress_whole(struct whole_state *state) {
  struct libdeflate_compressor *compressor = libdeflate_alloc_compressor(LEVEL);
  if (compressor == NULL) return 0;
  size_t bound = libdeflate_zlib_compress_bound(compressor, state->filled);
  state->output = malloc(bound);
  if (state->output != NULL) {
    static const uint8_t nothing[1];
    const uint8_t *input = state->input == NULL ? nothing : state->input;
    state->size =
        libdeflate_zlib_compress(compressor, input, state->filled, state->output, bound);
  }
  libdeflate_free_compressor(compressor);
  return state->output != NULL && state->size > 0;
}

int deflate(z_streamp strm, int flush) {
  struct whole_state *state = whole(strm);
  if (state == NULL) return ZLIB(deflate)(strm, flush);
  if (state->is_ended) return flush == Z_FINISH ? Z_STREAM_END : Z_BUF_ERROR;
  if (!gather(state, strm)) return Z_MEM_ERROR;
  // The stream is whole only at its end: a flush before that hands out nothing yet.
  if (flush != Z_FINISH) return Z_OK;
  if (state->output == NULL && !compress_whole(state)) return Z_MEM_ERROR;
  size_t count = state->size - state->given;
  if (count > strm->avail_out) count = strm->avail_out;
  memcpy(strm->next_out, state->output + state->given, count);
  state->given += count;
  strm->next_out += count;
  strm->avail_out -= (uInt)count;
  strm->total_out += count;
  if (state->given < state->size) return Z_OK;
  state->is_ended = 1;
  return Z_STREAM_END;
}

int deflateEnd(z_streamp strm) {
  struct whole_state *state = whole(strm);
  if (state == NULL) return ZLIB(deflateEnd)(strm);
  int is_ended = state->is_ended;
  free(state->input);
  free(state->output);
  free(state);
  strm->state = Z_NULL;
  return is_ended ? Z_OK : Z_DATA_ERROR;
}

int deflateReset(z_streamp strm) {
  struct whole_state *state = whole(strm);
  if (state == NULL) return ZLIB(deflateReset)(strm);
  begin(state);
  strm->total_in = 0;
  strm->total_out = 0;
  return Z_OK;
}

uLong deflateBound(z_streamp strm, uLong size) {
  return whole(strm) == NULL ? ZLIB(deflateBound)(strm, size)
                             : libdeflate_zlib_compress_bound(NULL, size);
}

// What only zlib does is asked of zlib's streams alone.
int deflateParams(z_streamp strm, int level, int strategy) {
  return whole(strm) == NULL ? ZLIB(deflateParams)(strm, level, strategy) : Z_STREAM_ERROR;
}

int deflateSetDictionary(z_streamp strm, const Bytef *words, uInt size) {
  return whole(strm) == NULL ? ZLIB(deflateSetDictionary)(strm, words, size) : Z_STREAM_ERROR;
}

int deflateCopy(z_streamp target, z_streamp source) {
  return whole(source) == NULL ? ZLIB(deflateCopy)(target, source) : Z_STREAM_ERROR;
}

int deflateTune(z_streamp strm, int good, int lazy, int nice, int chain) {
  return whole(strm) == NULL ? ZLIB(deflateTune)(strm, good, lazy, nice, chain) : Z_STREAM_ERROR;
}

int deflatePending(z_streamp strm, unsigned *pending, int *bits) {
  return whole(strm) == NULL ? ZLIB(deflatePending)(strm, pending, bits) : Z_STREAM_ERROR;
}

int deflatePrime(z_streamp strm, int bits, int value) {
  return whole(strm) == NULL ? ZLIB(deflatePrime)(strm, bits, value) : Z_STREAM_ERROR;
}
