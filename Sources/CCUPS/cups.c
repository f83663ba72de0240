// Each function of CUPS that is used, under its own name: found in the library when it is called.
#include "CCUPS.h"

#include <dlfcn.h>
#include <pthread.h>
#include <stddef.h>

static void *library;

static void open_library(void) { library = dlopen("libcups.so.2", RTLD_NOW | RTLD_LOCAL); }

int cups_is_there(void) {
  static pthread_once_t once = PTHREAD_ONCE_INIT;
  pthread_once(&once, open_library);
  return library != NULL;
}

#define CUPS(name) ((__typeof__(&name))dlsym(library, #name))

int cupsAddOption(const char *name, const char *value, int num_options, cups_option_t **options) {
  return CUPS(cupsAddOption)(name, value, num_options, options);
}
ipp_status_t cupsCancelDestJob(http_t *http, cups_dest_t *dest, int job_id) {
  return CUPS(cupsCancelDestJob)(http, dest, job_id);
}
int cupsCheckDestSupported(http_t *http, cups_dest_t *dest, cups_dinfo_t *info,
    const char *option, const char *value) {
  return CUPS(cupsCheckDestSupported)(http, dest, info, option, value);
}
http_t *cupsConnectDest(cups_dest_t *dest, unsigned flags, int msec, int *cancel, char *resource,
    size_t resourcesize, cups_dest_cb_t cb, void *user_data) {
  return CUPS(cupsConnectDest)(dest, flags, msec, cancel, resource, resourcesize, cb, user_data);
}
cups_dinfo_t *cupsCopyDestInfo(http_t *http, cups_dest_t *dest) {
  return CUPS(cupsCopyDestInfo)(http, dest);
}
ipp_status_t cupsCreateDestJob(http_t *http, cups_dest_t *dest, cups_dinfo_t *info, int *job_id,
    const char *title, int num_options, cups_option_t *options) {
  return CUPS(cupsCreateDestJob)(http, dest, info, job_id, title, num_options, options);
}
ipp_t *cupsDoRequest(http_t *http, ipp_t *request, const char *resource) {
  return CUPS(cupsDoRequest)(http, request, resource);
}
ipp_attribute_t *cupsFindDestReady(http_t *http, cups_dest_t *dest, cups_dinfo_t *dinfo,
    const char *option) {
  return CUPS(cupsFindDestReady)(http, dest, dinfo, option);
}
ipp_status_t cupsFinishDestDocument(http_t *http, cups_dest_t *dest, cups_dinfo_t *info) {
  return CUPS(cupsFinishDestDocument)(http, dest, info);
}
void cupsFreeDestInfo(cups_dinfo_t *dinfo) {
  CUPS(cupsFreeDestInfo)(dinfo);
}
void cupsFreeDests(int num_dests, cups_dest_t *dests) {
  CUPS(cupsFreeDests)(num_dests, dests);
}
void cupsFreeOptions(int num_options, cups_option_t *options) {
  CUPS(cupsFreeOptions)(num_options, options);
}
int cupsGetDestMediaByIndex(http_t *http, cups_dest_t *dest, cups_dinfo_t *dinfo, int n,
    unsigned flags, cups_size_t *size) {
  return CUPS(cupsGetDestMediaByIndex)(http, dest, dinfo, n, flags, size);
}
int cupsGetDestMediaCount(http_t *http, cups_dest_t *dest, cups_dinfo_t *dinfo, unsigned flags) {
  return CUPS(cupsGetDestMediaCount)(http, dest, dinfo, flags);
}
int cupsGetDests2(http_t *http, cups_dest_t **dests) {
  return CUPS(cupsGetDests2)(http, dests);
}
cups_dest_t *cupsGetNamedDest(http_t *http, const char *name, const char *instance) {
  return CUPS(cupsGetNamedDest)(http, name, instance);
}
const char *cupsGetOption(const char *name, int num_options, cups_option_t *options) {
  return CUPS(cupsGetOption)(name, num_options, options);
}
ipp_status_t cupsLastError(void) {
  return CUPS(cupsLastError)();
}
const char *cupsLastErrorString(void) {
  return CUPS(cupsLastErrorString)();
}
http_status_t cupsStartDestDocument(http_t *http, cups_dest_t *dest, cups_dinfo_t *info,
    int job_id, const char *docname, const char *format, int num_options, cups_option_t *options,
    int last_document) {
  return CUPS(cupsStartDestDocument)(
      http, dest, info, job_id, docname, format, num_options, options, last_document);
}
const char *cupsUser(void) {
  return CUPS(cupsUser)();
}
http_status_t cupsWriteRequestData(http_t *http, const char *buffer, size_t length) {
  return CUPS(cupsWriteRequestData)(http, buffer, length);
}
void httpClose(http_t *http) {
  CUPS(httpClose)(http);
}
void httpSetTimeout(http_t *http, double timeout, http_timeout_cb_t cb, void *user_data) {
  CUPS(httpSetTimeout)(http, timeout, cb, user_data);
}
ipp_attribute_t *ippAddInteger(ipp_t *ipp, ipp_tag_t group, ipp_tag_t value_tag,
    const char *name, int value) {
  return CUPS(ippAddInteger)(ipp, group, value_tag, name, value);
}
ipp_attribute_t *ippAddString(ipp_t *ipp, ipp_tag_t group, ipp_tag_t value_tag, const char *name,
    const char *language, const char *value) {
  return CUPS(ippAddString)(ipp, group, value_tag, name, language, value);
}
void ippDelete(ipp_t *ipp) {
  CUPS(ippDelete)(ipp);
}
ipp_attribute_t *ippFindAttribute(ipp_t *ipp, const char *name, ipp_tag_t value_tag) {
  return CUPS(ippFindAttribute)(ipp, name, value_tag);
}
int ippGetCount(ipp_attribute_t *attr) {
  return CUPS(ippGetCount)(attr);
}
int ippGetInteger(ipp_attribute_t *attr, int element) {
  return CUPS(ippGetInteger)(attr, element);
}
const char *ippGetString(ipp_attribute_t *attr, int element, const char **language) {
  return CUPS(ippGetString)(attr, element, language);
}
ipp_t *ippNewRequest(ipp_op_t op) {
  return CUPS(ippNewRequest)(op);
}
