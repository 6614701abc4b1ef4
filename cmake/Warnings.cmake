# What the compiler is asked to say. Errors are for developers only: a newer compiler's new
# warning must not stop somebody who only wants to build.
add_library(candor_warnings INTERFACE)
target_compile_options(candor_warnings INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wnon-virtual-dtor -Wold-style-cast -Wimplicit-fallthrough
  $<$<BOOL:${CANDOR_WARNINGS_AS_ERRORS}>:-Werror>)
