/* A library that stands between the program and the system (LD_PRELOAD), for everything that lies below one folder.
 *
 * All of it is asked for by the environment; without it every call goes through untouched.
 *
 *   TORTURE_FOLDER   the folder that is watched
 *   TORTURE_TRACE    a file that every change below the folder is written to, in the order in which it was made, with
 *                    what was shown on standard output in between (disk.rs plays it again)
 *   TORTURE_LIE      syncs of paths that end with this are neither made nor traced; "/" stands for all
 *   TORTURE_CALLS    a file that gets a line for each call that could fail: "write /folder/records.sqlite-wal"
 *   TORTURE_FAIL     number of the call that fails, from 1
 *   TORTURE_ERRNO    how it fails; 0 makes a write short and leaves the others alone
 *   TORTURE_FOREVER  if set, every later call fails as well
 *   TORTURE_NOLOCK   if set, flock() always succeeds and locks nothing
 *   TORTURE_CLOCK    "100,-5,2000000000": what the clock says, call by call, and again from the first
 *   TORTURE_NETWORK  if set, every folder lies on NFS
 *
 * The system itself is reached by syscall(2), never by the names that stand here: nothing can call itself.
 */
#define _GNU_SOURCE
#pragma GCC diagnostic ignored "-Wnonnull-compare"
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/statfs.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <sys/uio.h>
#include <sys/vfs.h>
#include <time.h>
#include <unistd.h>

#define MOST_FDS 1024
#define MOST_TIMES 256
#define NFS 0x6969

static char folder[4096];
static size_t folder_len;
static int trace = -1, calls = -1;
static const char *lie;
static long fail_at, call_number;
static int fail_errno, forever, nolock, network;
static int64_t times[MOST_TIMES];
static unsigned time_count, time_at;

/* The path of each open file below the folder; nothing for the others. */
static char *names[MOST_FDS];
static char appends[MOST_FDS];

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_once_t once = PTHREAD_ONCE_INIT;

/* ---- setting up -------------------------------------------------------------------------------------------------- */

static int aside(const char *path) {
    if (!path) return -1;
    long fd = syscall(SYS_openat, AT_FDCWD, path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    if (fd < 0) return -1;
    /* Out of the way: the numbers of files stay those that they would be. */
    long high = syscall(SYS_fcntl, (int)fd, F_DUPFD_CLOEXEC, 900);
    syscall(SYS_close, (int)fd);
    return (int)high;
}

static void record(char op, int fd, uint64_t a, const char *path, const void *data, size_t len);

static void set_up(void) {
    const char *at = getenv("TORTURE_FOLDER");
    if (at) {
        snprintf(folder, sizeof folder, "%s", at);
        folder_len = strlen(folder);
    }
    trace = aside(getenv("TORTURE_TRACE"));
    calls = aside(getenv("TORTURE_CALLS"));
    lie = getenv("TORTURE_LIE");
    const char *fail = getenv("TORTURE_FAIL"), *how = getenv("TORTURE_ERRNO");
    fail_at = fail ? atol(fail) : 0;
    fail_errno = how ? atoi(how) : EIO;
    forever = getenv("TORTURE_FOREVER") != NULL;
    nolock = getenv("TORTURE_NOLOCK") != NULL;
    network = getenv("TORTURE_NETWORK") != NULL;
    for (const char *one = getenv("TORTURE_CLOCK"); one && *one && time_count < MOST_TIMES;) {
        char *end;
        times[time_count++] = strtoll(one, &end, 10);
        one = *end == ',' ? end + 1 : end;
        if (end == one && *end) break;
    }
    record('S', -1, 0, "", NULL, 0);
}

/* Errors of our own doings are not the program's. */
static void enter(void) {
    int before = errno;
    pthread_once(&once, set_up);
    pthread_mutex_lock(&lock);
    errno = before;
}

static void leave(void) {
    int before = errno;
    pthread_mutex_unlock(&lock);
    errno = before;
}

/* ---- what is below the folder ------------------------------------------------------------------------------------ */

static int watched(const char *path) {
    return folder_len && strncmp(path, folder, folder_len) == 0 && (path[folder_len] == '/' || !path[folder_len]);
}

/* The whole path, if it lies below the folder. */
static const char *below(int dir, const char *path, char *whole) {
    if (!folder_len || !path) return NULL;
    if (path[0] == '/') {
        snprintf(whole, 4096, "%s", path);
    } else {
        char base[2048];
        if (dir == AT_FDCWD) {
            if (syscall(SYS_getcwd, base, sizeof base) < 0) return NULL;
        } else {
            char link[64];
            snprintf(link, sizeof link, "/proc/self/fd/%d", dir);
            long n = syscall(SYS_readlinkat, AT_FDCWD, link, base, sizeof base - 1);
            if (n < 0) return NULL;
            base[n] = 0;
        }
        snprintf(whole, 4096, "%s/%s", base, path);
    }
    size_t len = strlen(whole);
    while (len > 1 && (whole[len - 1] == '/' || (whole[len - 1] == '.' && whole[len - 2] == '/'))) whole[--len] = 0;
    return watched(whole) ? whole : NULL;
}

static const char *name_of(int fd) { return fd >= 0 && fd < MOST_FDS ? names[fd] : NULL; }

static void take_name(int fd, const char *name, int append) {
    if (fd < 0 || fd >= MOST_FDS) return;
    free(names[fd]);
    names[fd] = name ? strdup(name) : NULL;
    appends[fd] = (char)append;
}

/* ---- the trace --------------------------------------------------------------------------------------------------- */

static void put(int fd, const void *bytes, size_t len) {
    const char *at = bytes;
    while (len) {
        long n = syscall(SYS_write, fd, at, len);
        if (n <= 0) return;
        at += n;
        len -= (size_t)n;
    }
}

/* What was done, as disk.rs reads it: op, process, fd, a number, the length of a path and of data, and both. */
static void record(char op, int fd, uint64_t a, const char *path, const void *data, size_t len) {
    if (trace < 0) return;
    int before = errno;
    struct __attribute__((packed)) {
        char op;
        uint32_t pid;
        int32_t fd;
        uint64_t a;
        uint32_t path, data;
    } head = {op, (uint32_t)getpid(), fd, a, (uint32_t)strlen(path), (uint32_t)len};
    size_t all = sizeof head + head.path + len;
    char *whole = malloc(all);
    if (whole) {
        memcpy(whole, &head, sizeof head);
        memcpy(whole + sizeof head, path, head.path);
        if (len) memcpy(whole + sizeof head + head.path, data, len);
        put(trace, whole, all);
        free(whole);
    }
    errno = before;
}

/* ---- failing ----------------------------------------------------------------------------------------------------- */

/* Counts a call on a path that is watched. True if it is to fail: errno says how. */
static int fails(const char *call, const char *path) {
    call_number++;
    if (calls >= 0) {
        char line[4200];
        int n = snprintf(line, sizeof line, "%s %s\n", call, path);
        if (n > 0) put(calls, line, (size_t)n);
    }
    if (!fail_at || !(forever ? call_number >= fail_at : call_number == fail_at)) return 0;
    if (!fail_errno) return 0;
    errno = fail_errno;
    return 1;
}

/* Whether the write that was just counted is to be a short one. */
static int is_short(void) {
    return fail_at && !fail_errno && (forever ? call_number >= fail_at : call_number == fail_at);
}

/* ---- opening and closing ----------------------------------------------------------------------------------------- */

static int opening(int dir, const char *path, int flags, mode_t mode) {
    char whole[4096];
    enter();
    const char *name = below(dir, path, whole);
    long fd;
    if (!name) {
        fd = syscall(SYS_openat, dir, path, flags, mode);
    } else if (fails("open", name)) {
        fd = -1;
    } else {
        int there = syscall(SYS_faccessat, AT_FDCWD, name, F_OK) == 0;
        errno = 0;
        fd = syscall(SYS_openat, dir, path, flags, mode);
        if (fd >= 0) {
            struct stat kind;
            int folder_too = syscall(SYS_fstat, (int)fd, &kind) == 0 && S_ISDIR(kind.st_mode);
            take_name((int)fd, name, flags & O_APPEND);
            uint64_t how = (!there ? 1 : 0) | (flags & O_TRUNC && there ? 2 : 0) | (folder_too ? 4 : 0);
            record('O', (int)fd, how, name, NULL, 0);
        }
    }
    leave();
    return (int)fd;
}

#define MODE(flags)                                                                                                    \
    mode_t mode = 0;                                                                                                   \
    if ((flags) & (O_CREAT | O_TMPFILE)) {                                                                             \
        va_list rest;                                                                                                  \
        va_start(rest, flags);                                                                                         \
        mode = (mode_t)va_arg(rest, int);                                                                              \
        va_end(rest);                                                                                                  \
    }

int open(const char *path, int flags, ...) { MODE(flags) return opening(AT_FDCWD, path, flags, mode); }
int open64(const char *path, int flags, ...) { MODE(flags) return opening(AT_FDCWD, path, flags, mode); }
int openat(int dir, const char *path, int flags, ...) { MODE(flags) return opening(dir, path, flags, mode); }
int openat64(int dir, const char *path, int flags, ...) { MODE(flags) return opening(dir, path, flags, mode); }
int creat(const char *path, mode_t mode) { return opening(AT_FDCWD, path, O_CREAT | O_WRONLY | O_TRUNC, mode); }
int creat64(const char *path, mode_t mode) { return creat(path, mode); }

DIR *opendir(const char *path) {
    static DIR *(*next)(const char *);
    char whole[4096];
    enter();
    if (!next) *(void **)&next = dlsym(RTLD_NEXT, "opendir");
    const char *name = below(AT_FDCWD, path, whole);
    DIR *dir = name && fails("opendir", name) ? NULL : next(path);
    leave();
    return dir;
}

int close(int fd) {
    enter();
    if (name_of(fd)) {
        record('C', fd, 0, names[fd], NULL, 0);
        take_name(fd, NULL, 0);
    }
    long done = syscall(SYS_close, fd);
    leave();
    return (int)done;
}

static int doubled(int fd, long other) {
    if (other >= 0 && name_of(fd)) {
        take_name((int)other, names[fd], appends[fd]);
        record('P', fd, (uint64_t)other, names[fd], NULL, 0);
    }
    return (int)other;
}

int dup(int fd) {
    enter();
    int other = doubled(fd, syscall(SYS_dup, fd));
    leave();
    return other;
}

static int doubled_to(int fd, int other, int flags) {
    enter();
    if (fd != other && name_of(other)) {
        record('C', other, 0, names[other], NULL, 0);
        take_name(other, NULL, 0);
    }
    long done = fd == other && !flags ? syscall(SYS_fcntl, fd, F_GETFD) < 0 ? -1 : fd : syscall(SYS_dup3, fd, other, flags);
    if (fd != other) doubled(fd, done);
    leave();
    return (int)done;
}

int dup2(int fd, int other) { return doubled_to(fd, other, 0); }
int dup3(int fd, int other, int flags) { return doubled_to(fd, other, flags); }

static int controlled(int fd, int what, void *with) {
    enter();
    const char *name = name_of(fd);
    long done;
    if (name && (what == F_SETLK || what == F_SETLKW || what == F_GETLK) && fails("lock", name)) {
        done = -1;
    } else {
        done = syscall(SYS_fcntl, fd, what, with);
        if (what == F_DUPFD || what == F_DUPFD_CLOEXEC) doubled(fd, done);
    }
    leave();
    return (int)done;
}

#define WITH(what)                                                                                                     \
    va_list rest;                                                                                                      \
    va_start(rest, what);                                                                                              \
    void *with = va_arg(rest, void *);                                                                                 \
    va_end(rest);

int fcntl(int fd, int what, ...) { WITH(what) return controlled(fd, what, with); }
int fcntl64(int fd, int what, ...) { WITH(what) return controlled(fd, what, with); }

int flock(int fd, int how) {
    enter();
    const char *name = name_of(fd);
    long done = 0;
    if (name && fails("flock", name)) {
        done = -1;
    } else if (!nolock) {
        leave();
        /* It may wait: not while others are kept waiting. */
        return (int)syscall(SYS_flock, fd, how);
    }
    leave();
    return (int)done;
}

/* ---- reading ----------------------------------------------------------------------------------------------------- */

#define READING(call, fd, real)                                                                                        \
    enter();                                                                                                           \
    const char *name = name_of(fd);                                                                                    \
    int failed = name && fails(call, name);                                                                            \
    leave();                                                                                                           \
    return failed ? -1 : (real);

ssize_t read(int fd, void *to, size_t len) { READING("read", fd, syscall(SYS_read, fd, to, len)) }
ssize_t pread(int fd, void *to, size_t len, off_t at) { READING("read", fd, syscall(SYS_pread64, fd, to, len, at)) }
ssize_t pread64(int fd, void *to, size_t len, off64_t at) { return pread(fd, to, len, at); }
ssize_t readv(int fd, const struct iovec *to, int n) { READING("read", fd, syscall(SYS_readv, fd, to, n)) }

static void *mapped(void *at, size_t len, int prot, int flags, int fd, off_t from) {
    enter();
    const char *name = name_of(fd);
    int failed = name && fails("mmap", name);
    leave();
    return failed ? MAP_FAILED : (void *)syscall(SYS_mmap, at, len, prot, flags, fd, from);
}

void *mmap(void *at, size_t len, int prot, int flags, int fd, off_t from) {
    return mapped(at, len, prot, flags, fd, from);
}
void *mmap64(void *at, size_t len, int prot, int flags, int fd, off64_t from) {
    return mapped(at, len, prot, flags, fd, from);
}

/* Looking at what is there. */
#define LOOKING(dir, path, real)                                                                                       \
    char whole[4096];                                                                                                  \
    enter();                                                                                                           \
    const char *name = below(dir, path, whole);                                                                        \
    int failed = name && fails("stat", name);                                                                          \
    leave();                                                                                                           \
    return failed ? -1 : (int)(real);

int fstatat(int dir, const char *path, struct stat *to, int flags) {
    LOOKING(dir, path, syscall(SYS_newfstatat, dir, path, to, flags))
}
int fstatat64(int dir, const char *path, struct stat64 *to, int flags) {
    return fstatat(dir, path, (struct stat *)to, flags);
}
int stat(const char *path, struct stat *to) { return fstatat(AT_FDCWD, path, to, 0); }
int stat64(const char *path, struct stat64 *to) { return fstatat(AT_FDCWD, path, (struct stat *)to, 0); }
int lstat(const char *path, struct stat *to) { return fstatat(AT_FDCWD, path, to, AT_SYMLINK_NOFOLLOW); }
int lstat64(const char *path, struct stat64 *to) {
    return fstatat(AT_FDCWD, path, (struct stat *)to, AT_SYMLINK_NOFOLLOW);
}
int fstat(int fd, struct stat *to) { READING("stat", fd, (int)syscall(SYS_fstat, fd, to)) }
int fstat64(int fd, struct stat64 *to) { return fstat(fd, (struct stat *)to); }
int statx(int dir, const char *path, int flags, unsigned mask, struct statx *to) {
    /* The headers promise that it is never NULL, and compilers believe them; Rust asks with NULL whether there is such a
     * call at all. */
    __asm__("" : "+r"(path));
    if (!path) return (int)syscall(SYS_statx, dir, path, flags, mask, to);
    if (!*path) {
        READING("stat", dir, (int)syscall(SYS_statx, dir, path, flags, mask, to))
    }
    LOOKING(dir, path, syscall(SYS_statx, dir, path, flags, mask, to))
}
int access(const char *path, int how) { LOOKING(AT_FDCWD, path, syscall(SYS_faccessat, AT_FDCWD, path, how)) }

/* ---- writing ----------------------------------------------------------------------------------------------------- */

/* Writes at a place, or where the file stands if `at` is negative. */
static ssize_t writing(int fd, const void *from, size_t len, off_t at) {
    enter();
    const char *name = name_of(fd);
    if (!name) {
        if (fd == 1) record('A', fd, 0, "", from, len);
        leave();
        /* Standard output may be full: not while others are kept waiting. What it shows was traced before it shows. */
        return at < 0 ? syscall(SYS_write, fd, from, len) : syscall(SYS_pwrite64, fd, from, len, at);
    }
    ssize_t done = -1;
    if (!fails("write", name)) {
        if (is_short()) len /= 2;
        off_t where = at;
        if (at < 0) {
            struct stat kind;
            if (appends[fd] && syscall(SYS_fstat, fd, &kind) == 0) where = kind.st_size;
            else where = syscall(SYS_lseek, fd, 0, SEEK_CUR);
        }
        done = at < 0 ? syscall(SYS_write, fd, from, len) : syscall(SYS_pwrite64, fd, from, len, at);
        if (done > 0) record('W', fd, (uint64_t)where, names[fd], from, (size_t)done);
    }
    leave();
    return done;
}

ssize_t write(int fd, const void *from, size_t len) { return writing(fd, from, len, -1); }
ssize_t pwrite(int fd, const void *from, size_t len, off_t at) { return writing(fd, from, len, at); }
ssize_t pwrite64(int fd, const void *from, size_t len, off64_t at) { return writing(fd, from, len, at); }

static ssize_t writing_parts(int fd, const struct iovec *parts, int n, off_t at) {
    size_t all = 0;
    for (int i = 0; i < n; i++) all += parts[i].iov_len;
    char *whole = malloc(all ? all : 1);
    if (!whole) {
        errno = ENOMEM;
        return -1;
    }
    size_t to = 0;
    for (int i = 0; i < n; i++) {
        memcpy(whole + to, parts[i].iov_base, parts[i].iov_len);
        to += parts[i].iov_len;
    }
    ssize_t done = writing(fd, whole, all, at);
    int before = errno;
    free(whole);
    errno = before;
    return done;
}

ssize_t writev(int fd, const struct iovec *parts, int n) { return writing_parts(fd, parts, n, -1); }
ssize_t pwritev(int fd, const struct iovec *parts, int n, off_t at) { return writing_parts(fd, parts, n, at); }
ssize_t pwritev64(int fd, const struct iovec *parts, int n, off64_t at) { return writing_parts(fd, parts, n, at); }

int ftruncate(int fd, off_t len) {
    enter();
    const char *name = name_of(fd);
    long done = -1;
    if (!name || !fails("truncate", name)) {
        done = syscall(SYS_ftruncate, fd, len);
        if (name && done == 0) record('T', fd, (uint64_t)len, name, NULL, 0);
    }
    leave();
    return (int)done;
}
int ftruncate64(int fd, off64_t len) { return ftruncate(fd, len); }

/* Whoever reserves room is told that it can't be had, and copies inside the kernel are not to be had either: what is
 * written shall come past here. */
int fallocate(int fd, int mode, off_t at, off_t len) { (void)fd, (void)mode, (void)at, (void)len; errno = EOPNOTSUPP; return -1; }
int fallocate64(int fd, int mode, off64_t at, off64_t len) { return fallocate(fd, mode, at, len); }
int posix_fallocate(int fd, off_t at, off_t len) { (void)fd, (void)at, (void)len; return EOPNOTSUPP; }
int posix_fallocate64(int fd, off64_t at, off64_t len) { return posix_fallocate(fd, at, len); }
ssize_t copy_file_range(int in, off64_t *in_at, int out, off64_t *out_at, size_t len, unsigned flags) {
    (void)in, (void)in_at, (void)out, (void)out_at, (void)len, (void)flags;
    errno = ENOSYS;
    return -1;
}
ssize_t sendfile(int out, int in, off_t *at, size_t len) { (void)out, (void)in, (void)at, (void)len; errno = ENOSYS; return -1; }
ssize_t sendfile64(int out, int in, off64_t *at, size_t len) { return sendfile(out, in, at, len); }
ssize_t splice(int in, off64_t *in_at, int out, off64_t *out_at, size_t len, unsigned flags) {
    (void)in, (void)in_at, (void)out, (void)out_at, (void)len, (void)flags;
    errno = EINVAL;
    return -1;
}

/* ---- syncing ----------------------------------------------------------------------------------------------------- */

static int lied_of(const char *name) {
    size_t all = strlen(name), end = strlen(lie);
    return strcmp(lie, "/") == 0 || (end <= all && strcmp(name + all - end, lie) == 0);
}

static int syncing(int fd, long call) {
    enter();
    const char *name = name_of(fd);
    long done = -1;
    if (!name) {
        done = syscall(call, fd);
    } else if (!fails("sync", name)) {
        if (lie && lied_of(name)) {
            done = 0;
        } else {
            /* Where there is a trace, it says what is durable: the real disk need not be waited for. */
            done = trace >= 0 ? 0 : syscall(call, fd);
            if (done == 0) record('F', fd, 0, name, NULL, 0);
        }
    }
    leave();
    return (int)done;
}

int fsync(int fd) { return syncing(fd, SYS_fsync); }
int fdatasync(int fd) { return syncing(fd, SYS_fdatasync); }

/* ---- names ------------------------------------------------------------------------------------------------------- */

static int renaming(int dir, const char *from, int other_dir, const char *to, unsigned flags) {
    char one[4096], other[4096];
    enter();
    const char *old = below(dir, from, one), *new = below(other_dir, to, other);
    long done = -1;
    if (!(old || new) || !fails("rename", old ? old : new)) {
        done = syscall(SYS_renameat2, dir, from, other_dir, to, flags);
        if (done == 0 && (old || new)) record('R', -1, flags, old ? old : from, new ? new : to, strlen(new ? new : to));
    }
    leave();
    return (int)done;
}

int rename(const char *from, const char *to) { return renaming(AT_FDCWD, from, AT_FDCWD, to, 0); }
int renameat(int dir, const char *from, int other, const char *to) { return renaming(dir, from, other, to, 0); }
int renameat2(int dir, const char *from, int other, const char *to, unsigned flags) {
    return renaming(dir, from, other, to, flags);
}

static int removing(int dir, const char *path, int flags) {
    char whole[4096];
    enter();
    const char *name = below(dir, path, whole);
    long done = -1;
    if (!name || !fails("unlink", name)) {
        done = syscall(SYS_unlinkat, dir, path, flags);
        if (name && done == 0) record('U', -1, 0, name, NULL, 0);
    }
    leave();
    return (int)done;
}

int unlink(const char *path) { return removing(AT_FDCWD, path, 0); }
int unlinkat(int dir, const char *path, int flags) { return removing(dir, path, flags); }
int rmdir(const char *path) { return removing(AT_FDCWD, path, AT_REMOVEDIR); }

static int making(int dir, const char *path, mode_t mode) {
    char whole[4096];
    enter();
    const char *name = below(dir, path, whole);
    long done = -1;
    if (!name || !fails("mkdir", name)) {
        done = syscall(SYS_mkdirat, dir, path, mode);
        if (name && done == 0) record('M', -1, 0, name, NULL, 0);
    }
    leave();
    return (int)done;
}

int mkdir(const char *path, mode_t mode) { return making(AT_FDCWD, path, mode); }
int mkdirat(int dir, const char *path, mode_t mode) { return making(dir, path, mode); }

static int linking(int dir, const char *from, int other_dir, const char *to, int flags) {
    char one[4096], other[4096];
    enter();
    const char *old = below(dir, from, one), *new = below(other_dir, to, other);
    long done = -1;
    if (!new || !fails("link", new)) {
        done = syscall(SYS_linkat, dir, from, other_dir, to, flags);
        if (done == 0 && old && new) record('L', -1, 0, old, new, strlen(new));
    }
    leave();
    return (int)done;
}

int link(const char *from, const char *to) { return linking(AT_FDCWD, from, AT_FDCWD, to, 0); }
int linkat(int dir, const char *from, int other, const char *to, int flags) {
    return linking(dir, from, other, to, flags);
}

/* ---- the clock and the kind of file system ----------------------------------------------------------------------- */

int clock_gettime(clockid_t which, struct timespec *to) {
    long done = syscall(SYS_clock_gettime, which, to);
    if (done == 0 && (which == CLOCK_REALTIME || which == CLOCK_REALTIME_COARSE)) {
        enter();
        if (time_count) to->tv_sec = times[time_at++ % time_count];
        leave();
    }
    return (int)done;
}

int gettimeofday(struct timeval *to, void *zone) {
    (void)zone;
    struct timespec now;
    int done = clock_gettime(CLOCK_REALTIME, &now);
    if (to) {
        to->tv_sec = now.tv_sec;
        to->tv_usec = now.tv_nsec / 1000;
    }
    return done;
}

time_t time(time_t *to) {
    struct timespec now;
    clock_gettime(CLOCK_REALTIME, &now);
    if (to) *to = now.tv_sec;
    return now.tv_sec;
}

int statfs(const char *path, struct statfs *to) {
    long done = syscall(SYS_statfs, path, to);
    enter();
    if (done == 0 && network) to->f_type = NFS;
    leave();
    return (int)done;
}
int statfs64(const char *path, struct statfs64 *to) { return statfs(path, (struct statfs *)to); }
int fstatfs(int fd, struct statfs *to) {
    long done = syscall(SYS_fstatfs, fd, to);
    enter();
    if (done == 0 && network) to->f_type = NFS;
    leave();
    return (int)done;
}
int fstatfs64(int fd, struct statfs64 *to) { return fstatfs(fd, (struct statfs *)to); }
