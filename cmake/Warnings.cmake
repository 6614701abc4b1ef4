# What the compiler is asked to say. Errors are for developers only: a newer compiler's new
# warning must not stop somebody who only wants to build.
add_library(candor_warnings INTERFACE)
target_compile_options(candor_warnings INTERFACE
  -Wall -Wextra -Wpedantic -Wconversion -Wsign-conversion -Wnon-virtual-dtor -Wold-style-cast -Wimplicit-fallthrough
  $<$<BOOL:${CANDOR_WARNINGS_AS_ERRORS}>:-Werror>)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  # g++ lets the enumerator of an `enum class` shadow a type, and g++ 12 with -O2 sees uninitialised optionals and
  # overlapping strings where there are none. clang, below, looks for what is left out here.
  target_compile_options(candor_warnings INTERFACE -Wshadow=local -Wno-maybe-uninitialized -Wno-restrict)
else()
  target_compile_options(candor_warnings INTERFACE -Wshadow)
endif()
