/*
 * Put before every source: asks glibc for the first version of each name that has had several, which old and new
 * systems both have. Newer versions differ in where the name lives (libpthread and libdl became part of libc in 2.34)
 * or, for the functions of mathematics, in how errors are reported, which SQLite does not look at.
 */
#if defined(__x86_64__)
#define FIRST "GLIBC_2.2.5"
#elif defined(__aarch64__)
#define FIRST "GLIBC_2.17"
#else
#error "no old glibc is known for this kind of machine"
#endif

#define BIND(name) __asm__(".symver " #name "," #name "@" FIRST)

BIND(dlopen);
BIND(dlsym);
BIND(dlclose);
BIND(dlerror);
BIND(pthread_create);
BIND(pthread_join);
BIND(pthread_once);
BIND(pthread_mutex_trylock);
BIND(pthread_mutexattr_init);
BIND(pthread_mutexattr_settype);
BIND(pthread_mutexattr_destroy);
BIND(exp);
BIND(log);
BIND(log2);
BIND(pow);
