# The same commit gives the same bytes, wherever it lies: no path of the machine gets into what users run. In Release; a
# debugger wants the paths. `tests/reproducible/run` builds and packs twice and compares.
include(CheckCXXCompilerFlag)
check_cxx_compiler_flag(-ffile-prefix-map=/a=b has_ffile_prefix_map)
if(has_ffile_prefix_map)
  add_compile_options($<$<CONFIG:Release>:-ffile-prefix-map=${PROJECT_SOURCE_DIR}=candor>
                      $<$<CONFIG:Release>:-ffile-prefix-map=${PROJECT_BINARY_DIR}=build>)  # the last that fits is taken
endif()
