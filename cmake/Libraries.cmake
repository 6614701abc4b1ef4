# Every library that is not ours, each behind one target: candor_yaml, candor_utf8proc, candor_sodium, candor_fmt,
# candor_json, candor_pugixml, candor_xlsxwriter, candor_cli and candor_doctest. Headers of libraries are system headers: their warnings are not ours.
# What a library is, which version and licence it has and how it gets into the program is said once, by candor_part: in
# `candor --version --verbose` and in the list of parts that is packed along (Parts.cmake).
include(Parts)
find_package(PkgConfig REQUIRED)
find_package(CLI11 REQUIRED)
find_package(fmt REQUIRED)
find_package(nlohmann_json REQUIRED)
pkg_check_modules(YAML_CPP REQUIRED yaml-cpp)
pkg_check_modules(UTF8PROC REQUIRED libutf8proc)
pkg_check_modules(SODIUM REQUIRED libsodium)
pkg_check_modules(PUGIXML REQUIRED pugixml)
pkg_check_modules(XLSXWRITER REQUIRED xlsxwriter)

# candor_library(TARGET PREFIX NAME): the library NAME that pkg-config found as PREFIX. With CANDOR_STATIC its archive
# is taken where there is one: a program that needs no shared libraries starts in a third of the time.
function(candor_library target prefix name)
  add_library(${target} INTERFACE)
  target_include_directories(${target} SYSTEM INTERFACE ${${prefix}_INCLUDE_DIRS})
  set(names ${name})
  if(CANDOR_STATIC)
    list(PREPEND names ${CMAKE_STATIC_LIBRARY_PREFIX}${name}${CMAKE_STATIC_LIBRARY_SUFFIX})
  endif()
  find_library(${prefix}_FILE NAMES ${names} HINTS ${${prefix}_LIBRARY_DIRS} REQUIRED)
  target_link_libraries(${target} INTERFACE ${${prefix}_FILE})
endfunction()

candor_library(candor_yaml YAML_CPP yaml-cpp)
candor_library(candor_utf8proc UTF8PROC utf8proc)
candor_library(candor_sodium SODIUM sodium)
candor_library(candor_pugixml PUGIXML pugixml)
candor_part(yaml-cpp "${YAML_CPP_VERSION}" MIT ${YAML_CPP_FILE})
candor_header_version(UTF8PROC utf8proc.h "UTF8PROC_VERSION_M[A-Z]+ |UTF8PROC_VERSION_PATCH ")
candor_part(utf8proc "${UTF8PROC_HEADER_VERSION}" "MIT AND Unicode-DFS-2015" ${UTF8PROC_FILE})
candor_part(libsodium "${SODIUM_VERSION}" ISC ${SODIUM_FILE})
candor_part(pugixml "${PUGIXML_VERSION}" MIT ${PUGIXML_FILE})

# libxlsxwriter is opened when a workbook is asked for, under the name that its users link to.
find_library(XLSXWRITER_FILE NAMES xlsxwriter HINTS ${XLSXWRITER_LIBRARY_DIRS} REQUIRED)
file(REAL_PATH ${XLSXWRITER_FILE} XLSXWRITER_REAL_FILE)
cmake_path(GET XLSXWRITER_REAL_FILE FILENAME XLSXWRITER_NAME)
add_library(candor_xlsxwriter INTERFACE)
target_include_directories(candor_xlsxwriter SYSTEM INTERFACE ${XLSXWRITER_INCLUDE_DIRS})
target_compile_definitions(candor_xlsxwriter INTERFACE CANDOR_XLSXWRITER="${XLSXWRITER_NAME}")
target_link_libraries(candor_xlsxwriter INTERFACE ${CMAKE_DL_LIBS})
candor_header_version(XLSXWRITER xlsxwriter.h "LXW_VERSION ")
candor_part(libxlsxwriter "${XLSXWRITER_HEADER_VERSION}" BSD-2-Clause ${XLSXWRITER_FILE} "opened for xlsx")

add_library(candor_fmt INTERFACE)
if(CANDOR_STATIC)
  target_link_libraries(candor_fmt INTERFACE fmt::fmt-header-only)
  find_file(FMT_FILE fmt/format.h REQUIRED)
else()
  target_link_libraries(candor_fmt INTERFACE fmt::fmt)  # a file that formats compiles in half the time
  get_target_property(FMT_FILE fmt::fmt LOCATION)
endif()
candor_part(fmt "${fmt_VERSION}" MIT ${FMT_FILE})
add_library(candor_json INTERFACE)
target_link_libraries(candor_json INTERFACE nlohmann_json::nlohmann_json)
find_file(NLOHMANN_FILE nlohmann/json.hpp REQUIRED)
candor_part(nlohmann-json "${nlohmann_json_VERSION}" MIT ${NLOHMANN_FILE})
add_library(candor_cli INTERFACE)
target_link_libraries(candor_cli INTERFACE CLI11::CLI11)
find_file(CLI11_FILE CLI/App.hpp REQUIRED)
candor_part(CLI11 "${CLI11_VERSION}" BSD-3-Clause ${CLI11_FILE})

candor_system_parts()

if(BUILD_TESTING)
  find_path(DOCTEST_INCLUDE_DIR doctest/doctest.h REQUIRED)
  add_library(candor_doctest INTERFACE)
  target_include_directories(candor_doctest SYSTEM INTERFACE ${DOCTEST_INCLUDE_DIR})
endif()
