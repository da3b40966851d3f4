// The one name of libstdc++ that the compiler calls and that systems before GCC 11 do not have.
#include <new>

namespace std {
[[noreturn]] __attribute__((visibility("hidden"))) void __throw_bad_array_new_length() {
  throw bad_array_new_length();
}
}  // namespace std
