/* Names that glibc has had only since 2.33, made of those that it has always had. Hidden: for this module alone. */
#define _GNU_SOURCE
#include <sys/stat.h>

#ifdef __x86_64__
#define VERSION 1
#else
#define VERSION 0
#endif
#define HIDDEN __attribute__((visibility("hidden")))

extern int __xstat64(int version, const char *path, struct stat64 *result);
extern int __lxstat64(int version, const char *path, struct stat64 *result);
extern int __fxstat64(int version, int file, struct stat64 *result);

HIDDEN int stat64(const char *path, struct stat64 *result) { return __xstat64(VERSION, path, result); }
HIDDEN int lstat64(const char *path, struct stat64 *result) { return __lxstat64(VERSION, path, result); }
HIDDEN int fstat64(int file, struct stat64 *result) { return __fxstat64(VERSION, file, result); }
/* On 64-bit systems the two structures are one. */
HIDDEN int fstat(int file, struct stat *result) { return __fxstat64(VERSION, file, (struct stat64 *)result); }
