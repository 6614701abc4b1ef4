# The program and the texts that people read, copy and extend; and, for embedders, the library with its headers.
set(CMAKE_INSTALL_DEFAULT_COMPONENT_NAME program)
install(TARGETS candor_program RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(DIRECTORY ${PROJECT_SOURCE_DIR}/profiles/ DESTINATION ${CMAKE_INSTALL_DATADIR}/candor)
install(DIRECTORY ${PROJECT_SOURCE_DIR}/man/ DESTINATION ${CMAKE_INSTALL_MANDIR}/man1 FILES_MATCHING PATTERN "*.1")
install(DIRECTORY ${PROJECT_SOURCE_DIR}/man/ DESTINATION ${CMAKE_INSTALL_MANDIR}/man5 FILES_MATCHING PATTERN "*.5")
install(FILES ${PROJECT_SOURCE_DIR}/LICENSE ${PROJECT_SOURCE_DIR}/CHANGELOG.md ${PROJECT_SOURCE_DIR}/SECURITY.md
  ${PROJECT_BINARY_DIR}/candor.cdx.json DESTINATION ${CMAKE_INSTALL_DOCDIR})
install(DIRECTORY ${PROJECT_SOURCE_DIR}/examples/ci DESTINATION ${CMAKE_INSTALL_DOCDIR} USE_SOURCE_PERMISSIONS)

# The licences of what is in the program ask to go with it. Debian keeps each beside its package.
foreach(name IN LISTS CANDOR_PARTS)
  if(CANDOR_PART_${name}_how STREQUAL "in the program" AND EXISTS "${CANDOR_PART_${name}_terms}")
    install(FILES ${CANDOR_PART_${name}_terms} DESTINATION ${CMAKE_INSTALL_DOCDIR}/licences RENAME ${name}.txt)
  endif()
endforeach()

set(CMAKE_INSTALL_DEFAULT_COMPONENT_NAME development)
install(TARGETS candor candor_text ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR})
install(DIRECTORY ${PROJECT_SOURCE_DIR}/include/candor DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
configure_file(${CMAKE_CURRENT_LIST_DIR}/candor.pc.in ${PROJECT_BINARY_DIR}/candor.pc @ONLY)
install(FILES ${PROJECT_BINARY_DIR}/candor.pc DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig)
