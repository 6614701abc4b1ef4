# candor_sources(TARGET FILE…): the sources of one folder, listed by hand. A file that is not there yet is named and
# left out, so that one stage can be built before the next is written.
function(candor_sources target)
  foreach(file IN LISTS ARGN)
    if(EXISTS ${CMAKE_CURRENT_SOURCE_DIR}/${file})
      target_sources(${target} PRIVATE ${file})
    else()
      cmake_path(RELATIVE_PATH CMAKE_CURRENT_SOURCE_DIR BASE_DIRECTORY ${PROJECT_SOURCE_DIR} OUTPUT_VARIABLE folder)
      message(NOTICE "not there yet: ${folder}/${file}")
      file(TOUCH ${PROJECT_BINARY_DIR}/none.cpp)
      target_sources(${target} PRIVATE ${PROJECT_BINARY_DIR}/none.cpp)
    endif()
  endforeach()
endfunction()
