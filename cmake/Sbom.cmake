# candor.cdx.json: what the program is made of (Parts.cmake) as a CycloneDX 1.5 list of parts, which is installed and packed
# along. The same sources and libraries give the same bytes: no clock, no folder, a serial number made from the content.

# candor_purl(NAME VERSION FILE): `purl`, where a part comes from: the Debian package that FILE belongs to, or else its name;
# and `terms`, the file with its licence, if the package has it.
function(candor_purl name version file)
  find_program(DPKG_QUERY dpkg-query)
  if(DPKG_QUERY)
    # The package may know the file by its place before /lib moved into /usr.
    string(REGEX REPLACE "^/usr/lib" "/lib" before "${file}")
    execute_process(COMMAND ${DPKG_QUERY} -S ${file} ${before} OUTPUT_VARIABLE found ERROR_QUIET)
    if(found MATCHES "^([a-z0-9+.-]+)")
      execute_process(COMMAND ${DPKG_QUERY} -W -f "\${Version};\${Architecture}\n" ${CMAKE_MATCH_1} OUTPUT_VARIABLE said)
      string(REGEX MATCH "([^;\n]+);([^\n]+)" _ "${said}")
      set(release ${CMAKE_MATCH_1})
      set(architecture ${CMAKE_MATCH_2})
      string(REGEX MATCH "^[a-z0-9+.-]+" package "${found}")
      set(terms /usr/share/doc/${package}/copyright PARENT_SCOPE)
      file(STRINGS /etc/os-release system REGEX "^(ID|VERSION_ID)=")
      string(REGEX MATCH "(^|;)ID=\"?([a-z]+)" _ "${system}")
      set(vendor ${CMAKE_MATCH_2})
      string(REGEX MATCH "VERSION_ID=\"?([0-9.]+)" _ "${system}")
      string(REPLACE "+" "%2B" package "${package}")
      string(REPLACE "+" "%2B" release "${release}")
      string(REPLACE ":" "%3A" release "${release}")
      set(purl "pkg:deb/${vendor}/${package}@${release}?arch=${architecture}&distro=${vendor}-${CMAKE_MATCH_1}" PARENT_SCOPE)
      return()
    endif()
  endif()
  string(REPLACE "+" "%2B" name "${name}")
  set(purl "pkg:generic/${name}@${version}" PARENT_SCOPE)
  set(terms "" PARENT_SCOPE)
endfunction()

set(components)
set(refs)
foreach(name IN LISTS CANDOR_PARTS)
  foreach(column IN ITEMS version licence how file)
    set(${column} "${CANDOR_PART_${name}_${column}}")
  endforeach()
  candor_purl(${name} "${version}" "${file}")
  set(CANDOR_PART_${name}_terms "${terms}")
  if(licence MATCHES " ")
    set(licences "{\"expression\": \"${licence}\"}")
  else()
    set(licences "{\"license\": {\"id\": \"${licence}\"}}")
  endif()
  set(scope required)
  if(how MATCHES "^opened")
    set(scope optional)
  endif()
  string(APPEND components "    {
      \"type\": \"library\",
      \"bom-ref\": \"${name}\",
      \"name\": \"${name}\",
      \"version\": \"${version}\",
      \"scope\": \"${scope}\",
      \"licenses\": [${licences}],
      \"purl\": \"${purl}\",
      \"properties\": [{\"name\": \"candor:linked\", \"value\": \"${how}\"}]
    },\n")
  list(APPEND refs "\"${name}\"")
endforeach()
foreach(name IN LISTS CANDOR_DATA)
  set(version "${CANDOR_DATA_${name}_version}")
  if(version STREQUAL "")
    set(version ${PROJECT_VERSION})
  endif()
  string(APPEND components "    {
      \"type\": \"data\",
      \"bom-ref\": \"${name}\",
      \"name\": \"${name}\",
      \"version\": \"${version}\",
      \"hashes\": [{\"alg\": \"SHA-256\", \"content\": \"${CANDOR_DATA_${name}_sha256}\"}],
      \"licenses\": [{\"license\": {\"id\": \"Apache-2.0\"}}],
      \"properties\": [{\"name\": \"candor:linked\", \"value\": \"in the program\"}]
    },\n")
  list(APPEND refs "\"${name}\"")
endforeach()
string(REGEX REPLACE ",\n$" "" components "${components}")
list(JOIN refs ", " refs)
string(UUID serial NAMESPACE 6ba7b812-9dad-11d1-80b4-00c04fd430c8 NAME "candor ${PROJECT_VERSION}\n${components}" TYPE SHA1)

file(CONFIGURE OUTPUT ${PROJECT_BINARY_DIR}/candor.cdx.json @ONLY CONTENT "{
  \"$schema\": \"http://cyclonedx.org/schema/bom-1.5.schema.json\",
  \"bomFormat\": \"CycloneDX\",
  \"specVersion\": \"1.5\",
  \"serialNumber\": \"urn:uuid:@serial@\",
  \"version\": 1,
  \"metadata\": {
    \"component\": {
      \"type\": \"application\",
      \"bom-ref\": \"candor\",
      \"name\": \"candor\",
      \"version\": \"@PROJECT_VERSION@\",
      \"description\": \"@PROJECT_DESCRIPTION@\",
      \"licenses\": [{\"license\": {\"id\": \"Apache-2.0\"}}],
      \"purl\": \"pkg:generic/candor@@PROJECT_VERSION@\"
    },
    \"properties\": [
      {\"name\": \"candor:compiler\", \"value\": \"@CMAKE_CXX_COMPILER_ID@ @CMAKE_CXX_COMPILER_VERSION@\"},
      {\"name\": \"candor:build\", \"value\": \"@CMAKE_BUILD_TYPE@\"}
    ]
  },
  \"components\": [
@components@
  ],
  \"dependencies\": [
    {\"ref\": \"candor\", \"dependsOn\": [@refs@]}
  ]
}
")
