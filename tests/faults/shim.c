// Stands between the program and the C library (LD_PRELOAD) and lets one call fail, as curl's torture tests do.
//
//   FAULT_CALL    which calls: names of the list below, separated by commas
//   FAULT_AT      the how many-th of them, from 1; all calls of FAULT_CALL are counted together
//   FAULT_ERRNO   the error number it gives; 0: a read or a write takes few bytes instead
//   FAULT_EVER    every later one fails too
//   FAULT_LOG     a file that every call is told to, a line each: name, path, detail, result, error number
//
// Compiled with -DNO_ALLOCATIONS it leaves malloc alone: a sanitizer's program brings its own.
#define _GNU_SOURCE
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

enum { most_descriptors = 64, longest_path = 512, few_bytes = 7 };

static int is_ready;
static const char* chosen;
static long at, seen, error_number, log_descriptor = -1;
static int is_ever;
static char paths[most_descriptors][longest_path];

static void get_ready(void) {
  if (is_ready) return;
  is_ready = 1;
  chosen = getenv("FAULT_CALL");
  const char* text = getenv("FAULT_AT");
  at = text ? atol(text) : 0;
  text = getenv("FAULT_ERRNO");
  error_number = text ? atol(text) : EIO;
  is_ever = getenv("FAULT_EVER") != NULL;
  text = getenv("FAULT_LOG");
  if (text) {
    const long opened = syscall(SYS_openat, AT_FDCWD, text, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    log_descriptor = syscall(SYS_fcntl, opened, F_DUPFD_CLOEXEC, 900);
    syscall(SYS_close, opened);
  }
}

static int is_chosen(const char* name) {
  const size_t length = strlen(name);
  for (const char* word = chosen; word; word = strchr(word, ',') ? strchr(word, ',') + 1 : NULL)
    if (strncmp(word, name, length) == 0 && (word[length] == ',' || word[length] == '\0')) return 1;
  return 0;
}

/// True when this call is one that fails.
static int fails(const char* name) {
  get_ready();
  if (!chosen || !is_chosen(name)) return 0;
  ++seen;
  if (seen == at || (is_ever && at > 0 && seen > at)) {
    errno = (int)error_number;
    return 1;
  }
  return 0;
}

static void tell(const char* name, const char* path, unsigned long detail, long result) {
  if (log_descriptor < 0) return;
  const int before = errno;
  char line[longest_path + 128];
  const int length = snprintf(line, sizeof line, "%s\t%s\t%lo\t%ld\t%d\n", name, path ? path : "", detail, result, before);
  syscall(SYS_write, log_descriptor, line, (size_t)length < sizeof line ? (size_t)length : sizeof line);
  errno = before;
}

static const char* path_of(int descriptor) {
  return descriptor >= 0 && descriptor < most_descriptors ? paths[descriptor] : "";
}

static void keep_path(int descriptor, const char* path) {
  if (descriptor < 0 || descriptor >= most_descriptors) return;
  strncpy(paths[descriptor], path, longest_path - 1);
}

#define NEXT(type, name, ...)           \
  static type (*next)(__VA_ARGS__);     \
  if (!next) *(void**)&next = dlsym(RTLD_NEXT, #name)

// --- calls that give an int, -1 for a fault -----------------------------------------------------------------------------

#define CALL(function, name, parameters, arguments, path, detail) \
  int function parameters {                                       \
    static int(*next) parameters;                                 \
    if (!next) *(void**)&next = dlsym(RTLD_NEXT, #function);      \
    const int result = fails(name) ? -1 : next arguments;         \
    tell(name, path, (unsigned long)(detail), result);            \
    return result;                                                \
  }

CALL(fsync, "fsync", (int descriptor), (descriptor), path_of(descriptor), 0)
CALL(flock, "flock", (int descriptor, int how), (descriptor, how), path_of(descriptor), how)
CALL(fchmod, "fchmod", (int descriptor, mode_t mode), (descriptor, mode), path_of(descriptor), mode)
CALL(rename, "rename", (const char* from, const char* to), (from, to), to, 0)
CALL(link, "link", (const char* from, const char* to), (from, to), to, 0)
CALL(unlink, "unlink", (const char* path), (path), path, 0)
CALL(unlinkat, "unlink", (int folder, const char* path, int flags), (folder, path, flags), path, flags)
CALL(remove, "unlink", (const char* path), (path), path, 0)
CALL(rmdir, "unlink", (const char* path), (path), path, 0)
CALL(mkdir, "mkdir", (const char* path, mode_t mode), (path, mode), path, mode)
CALL(access, "access", (const char* path, int mode), (path, mode), path, mode)
CALL(stat, "stat", (const char* restrict path, struct stat* restrict status), (path, status), path, 0)
CALL(lstat, "lstat", (const char* restrict path, struct stat* restrict status), (path, status), path, 0)
CALL(fstat, "fstat", (int descriptor, struct stat* status), (descriptor, status), path_of(descriptor), 0)
CALL(renameat2, "renameat2", (int of, const char* from, int into, const char* to, unsigned flags),
     (of, from, into, to, flags), to, flags)

/// Whatever it says, the descriptor is closed: so Linux does it.
int close(int descriptor) {
  NEXT(int, close, int);
  const int is_fault = fails("close");
  const int given = errno;
  int result = next(descriptor);
  if (is_fault) {
    result = -1;
    errno = given;
  }
  tell("close", path_of(descriptor), 0, result);
  keep_path(descriptor, "");
  return result;
}

static int opened(int descriptor, const char* path, int flags, mode_t mode) {
  keep_path(descriptor, path);
  tell("open", path, (unsigned long)flags | ((unsigned long)mode << 32), descriptor);
  return descriptor;
}

#define OPEN(function)                                                        \
  int function(const char* path, int flags, ...) {                            \
    NEXT(int, function, const char*, int, ...);                               \
    va_list more;                                                             \
    va_start(more, flags);                                                    \
    const mode_t mode = flags & O_CREAT ? va_arg(more, mode_t) : 0;           \
    va_end(more);                                                             \
    return opened(fails("open") ? -1 : next(path, flags, mode), path, flags, mode); \
  }
OPEN(open)
OPEN(open64)

#define OPENAT(function)                                                      \
  int function(int folder, const char* path, int flags, ...) {                \
    NEXT(int, function, int, const char*, int, ...);                          \
    va_list more;                                                             \
    va_start(more, flags);                                                    \
    const mode_t mode = flags & O_CREAT ? va_arg(more, mode_t) : 0;           \
    va_end(more);                                                             \
    return opened(fails("open") ? -1 : next(folder, path, flags, mode), path, flags, mode); \
  }
OPENAT(openat)
OPENAT(openat64)

// --- bytes --------------------------------------------------------------------------------------------------------------

/// How many bytes the call may take; -1: it fails.
static long allowed(const char* name, size_t size) {
  if (!fails(name)) return (long)size;
  if (error_number != 0) return -1;
  return size < few_bytes ? (long)size : few_bytes;
}

ssize_t read(int descriptor, void* bytes, size_t size) {
  NEXT(ssize_t, read, int, void*, size_t);
  const long most = allowed("read", size);
  const ssize_t result = most < 0 ? -1 : next(descriptor, bytes, (size_t)most);
  tell("read", path_of(descriptor), size, result);
  return result;
}

ssize_t write(int descriptor, const void* bytes, size_t size) {
  NEXT(ssize_t, write, int, const void*, size_t);
  // Standard error is a place of its own: when it fails, nobody can be told.
  const char* name = descriptor == STDERR_FILENO ? "write-error" : descriptor == STDOUT_FILENO ? "write-output" : "write";
  const long most = allowed(name, size);
  const ssize_t result = most < 0 ? -1 : next(descriptor, bytes, (size_t)most);
  tell(name, path_of(descriptor), size, result);
  return result;
}

// --- calls that give a pointer, NULL for a fault ------------------------------------------------------------------------

#define POINTER(type, function, name, parameters, arguments, path)   \
  type* function parameters {                                        \
    static type*(*next)parameters;                                   \
    if (!next) *(void**)&next = dlsym(RTLD_NEXT, #function);         \
    type* const result = fails(name) ? NULL : next arguments;        \
    tell(name, path, 0, result ? 0 : -1);                            \
    return result;                                                   \
  }

POINTER(DIR, opendir, "opendir", (const char* path), (path), path)
POINTER(DIR, fdopendir, "opendir", (int descriptor), (descriptor), path_of(descriptor))
POINTER(struct dirent, readdir, "readdir", (DIR * folder), (folder), "")
POINTER(char, realpath, "realpath", (const char* restrict path, char* restrict real), (path, real), path)
POINTER(char, getcwd, "getcwd", (char* path, size_t size), (path, size), "")
POINTER(char, mkdtemp, "mkdtemp", (char* pattern), (pattern), pattern)
POINTER(FILE, fopen, "fopen", (const char* restrict path, const char* restrict mode), (path, mode), path)
POINTER(FILE, fopen64, "fopen", (const char* restrict path, const char* restrict mode), (path, mode), path)
POINTER(FILE, fdopen, "fopen", (int descriptor, const char* mode), (descriptor, mode), "")
POINTER(void, dlopen, "dlopen", (const char* path, int flags), (path, flags), path)

// --- buffered files: what libxlsxwriter and minizip write with ----------------------------------------------------------

size_t fwrite(const void* restrict bytes, size_t size, size_t count, FILE* restrict file) {
  NEXT(size_t, fwrite, const void*, size_t, size_t, FILE*);
  const size_t result = fails("fwrite") ? 0 : next(bytes, size, count, file);
  tell("fwrite", "", size * count, (long)result);
  return result;
}

size_t fread(void* restrict bytes, size_t size, size_t count, FILE* restrict file) {
  NEXT(size_t, fread, void*, size_t, size_t, FILE*);
  const size_t result = fails("fread") ? 0 : next(bytes, size, count, file);
  tell("fread", "", size * count, (long)result);
  return result;
}

int fclose(FILE* file) {
  NEXT(int, fclose, FILE*);
  const int is_fault = fails("fclose");
  const int given = errno;
  int result = next(file);
  if (is_fault) {
    result = EOF;
    errno = given;
  }
  tell("fclose", "", 0, result);
  return result;
}

CALL(fflush, "fflush", (FILE * file), (file), "", 0)

// --- memory -------------------------------------------------------------------------------------------------------------

#ifndef NO_ALLOCATIONS
void* __libc_malloc(size_t);
void* __libc_calloc(size_t, size_t);
void* __libc_realloc(void*, size_t);
void* __libc_memalign(size_t, size_t);

void* malloc(size_t size) { return fails("malloc") ? NULL : __libc_malloc(size); }
void* calloc(size_t count, size_t size) { return fails("malloc") ? NULL : __libc_calloc(count, size); }
void* realloc(void* old, size_t size) { return fails("malloc") ? NULL : __libc_realloc(old, size); }
void* aligned_alloc(size_t alignment, size_t size) { return fails("malloc") ? NULL : __libc_memalign(alignment, size); }
#endif

/// Memory is too often asked for to tell each time: how often, at the end.
__attribute__((destructor)) static void tell_count(void) {
  if (chosen && is_chosen("malloc")) tell("malloc", "", 0, seen);
}

/// A process of the program's own ends so.
void _exit(int status) {
  tell_count();
  syscall(SYS_exit_group, status);
  __builtin_unreachable();
}
