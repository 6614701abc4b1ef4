# `cpack` in the build folder makes candor-VERSION-SYSTEM.tar.gz and a .deb: what is run and read, with the list of its parts
# and their licences. The library for embedders comes with `cmake --install` alone.
set(CPACK_PACKAGE_NAME candor)
set(CPACK_PACKAGE_VENDOR "the candor project")
set(CPACK_PACKAGE_CONTACT "the candor project")  # the project has no address of its own: SECURITY.md and issues are it
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "${PROJECT_DESCRIPTION}")
set(CPACK_RESOURCE_FILE_LICENSE ${PROJECT_SOURCE_DIR}/LICENSE)
set(CPACK_SYSTEM_NAME ${CMAKE_SYSTEM_NAME}-${CMAKE_SYSTEM_PROCESSOR})
set(CPACK_GENERATOR TGZ)
set(CPACK_STRIP_FILES ON)
set(CPACK_INSTALL_CMAKE_PROJECTS "${PROJECT_BINARY_DIR};candor;program;/")

find_program(DPKG_SHLIBDEPS dpkg-shlibdeps)
if(DPKG_SHLIBDEPS)
  list(APPEND CPACK_GENERATOR DEB)
  set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
  set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
  set(CPACK_DEBIAN_PACKAGE_SECTION admin)
  string(REPLACE ".so." "" CPACK_DEBIAN_PACKAGE_RECOMMENDS ${XLSXWRITER_NAME})  # libxlsxwriter4, for -f xlsx
  set(CPACK_DEBIAN_PACKAGE_SUGGESTS "chromium | weasyprint")  # for -f pdf
endif()
include(CPack)
