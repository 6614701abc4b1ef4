// For a program with the address sanitizer: `new` fails at the FAULT_NEW_AT-th time (ever after with FAULT_EVER), and
// the sanitizer sees whether what was made until then is given back. FAULT_NEW_COUNT names a file that takes how often
// it was asked, at the end.
#include <cstdio>
#include <cstdlib>
#include <new>

namespace {

long number(const char* name) {
  const char* text = std::getenv(name);
  return text == nullptr ? 0 : std::atol(text);
}

long seen = 0;

void* take(std::size_t size, std::size_t alignment) {
  static const long at = number("FAULT_NEW_AT");
  static const bool is_ever = std::getenv("FAULT_EVER") != nullptr;
  ++seen;
  if (at > 0 && (seen == at || (is_ever && seen > at))) return nullptr;
  if (size == 0) size = 1;
  return alignment == 0 ? std::malloc(size)
                        : std::aligned_alloc(alignment, (size + alignment - 1) / alignment * alignment);
}

void* take_or_throw(std::size_t size, std::size_t alignment = 0) {
  if (void* memory = take(size, alignment)) return memory;
  throw std::bad_alloc{};
}

/// The count, for whoever wants to know how far to go.
const struct Counter {
  ~Counter() {
    const char* path = std::getenv("FAULT_NEW_COUNT");
    if (path == nullptr) return;
    if (FILE* file = std::fopen(path, "w")) {
      std::fprintf(file, "%ld\n", seen);
      std::fclose(file);
    }
  }
} counter;

}  // namespace

void* operator new(std::size_t size) { return take_or_throw(size); }
void* operator new[](std::size_t size) { return take_or_throw(size); }
void* operator new(std::size_t size, const std::nothrow_t&) noexcept { return take(size, 0); }
void* operator new[](std::size_t size, const std::nothrow_t&) noexcept { return take(size, 0); }
void* operator new(std::size_t size, std::align_val_t alignment) { return take_or_throw(size, std::size_t(alignment)); }
void* operator new[](std::size_t size, std::align_val_t alignment) {
  return take_or_throw(size, std::size_t(alignment));
}
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete[](void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }
void operator delete[](void* memory, std::size_t) noexcept { std::free(memory); }
void operator delete(void* memory, const std::nothrow_t&) noexcept { std::free(memory); }
void operator delete[](void* memory, const std::nothrow_t&) noexcept { std::free(memory); }
void operator delete(void* memory, std::align_val_t) noexcept { std::free(memory); }
void operator delete[](void* memory, std::align_val_t) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t, std::align_val_t) noexcept { std::free(memory); }
void operator delete[](void* memory, std::size_t, std::align_val_t) noexcept { std::free(memory); }
