# candor_pack(TARGET SYMBOL INPUT): compiles a YAML file, or a list in lines, into TARGET as constant data, so that the
# program works alone and needs no parsing at start. See src/pack/main.cpp.
function(candor_pack target symbol input)
  set(output ${PROJECT_BINARY_DIR}/packed/${symbol}.cpp)
  add_custom_command(
    OUTPUT ${output}
    COMMAND ${CMAKE_COMMAND} -E make_directory ${PROJECT_BINARY_DIR}/packed
    COMMAND candor_pack ${symbol} ${input} ${output}
    WORKING_DIRECTORY ${PROJECT_SOURCE_DIR}
    DEPENDS ${PROJECT_SOURCE_DIR}/${input} candor_pack
    COMMENT "Packing ${input}"
    VERBATIM)
  target_sources(${target} PRIVATE ${output})
endfunction()
