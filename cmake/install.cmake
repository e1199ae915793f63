# SPDX-License-Identifier: BSL-1.0
# What `cmake --install` and `cpack -G DEB` put where.
include(CMakePackageConfigHelpers)
include(GNUInstallDirs)

set(SKEIN_PACKAGE_DIR "${CMAKE_INSTALL_DATADIR}/cmake/skein")

install(DIRECTORY include/skein DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}")

# One file of targets per component: one that is not asked for does not ask for its libraries.
set(SKEIN_COMPONENTS skein)
if(SKEIN_RUN)
  list(APPEND SKEIN_COMPONENTS run cli)
endif()
foreach(component IN LISTS SKEIN_COMPONENTS)
  get_target_property(target skein::${component} ALIASED_TARGET)
  install(TARGETS ${target} EXPORT skein-${component})
  install(EXPORT skein-${component} NAMESPACE skein:: DESTINATION "${SKEIN_PACKAGE_DIR}")
endforeach()
configure_package_config_file(cmake/skein-config.cmake.in "${CMAKE_CURRENT_BINARY_DIR}/skein-config.cmake"
  INSTALL_DESTINATION "${SKEIN_PACKAGE_DIR}")
write_basic_package_version_file("${CMAKE_CURRENT_BINARY_DIR}/skein-config-version.cmake"
  COMPATIBILITY SameMinorVersion ARCH_INDEPENDENT)
install(FILES "${CMAKE_CURRENT_BINARY_DIR}/skein-config.cmake" "${CMAKE_CURRENT_BINARY_DIR}/skein-config-version.cmake"
  cmake/FindPqxx.cmake DESTINATION "${SKEIN_PACKAGE_DIR}")

if(PROJECT_IS_TOP_LEVEL)
  set(CPACK_GENERATOR DEB)
  set(CPACK_PACKAGE_NAME libskein-dev)
  # Who last changed what is packaged; without a repository nobody's address is known.
  execute_process(COMMAND git log -1 "--format=%an <%ae>"
    WORKING_DIRECTORY "${CMAKE_CURRENT_SOURCE_DIR}" OUTPUT_VARIABLE CPACK_PACKAGE_CONTACT
    OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET)
  if(NOT CPACK_PACKAGE_CONTACT)
    set(CPACK_PACKAGE_CONTACT "skein maintainers")
  endif()
  set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "${PROJECT_DESCRIPTION}")
  set(CPACK_RESOURCE_FILE_LICENSE "${CMAKE_CURRENT_SOURCE_DIR}/LICENSE")
  set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
  set(CPACK_DEBIAN_PACKAGE_ARCHITECTURE all)
  set(CPACK_DEBIAN_PACKAGE_SECTION libdevel)
  set(CPACK_DEBIAN_PACKAGE_DEPENDS "libboost-dev (>= 1.74), libfmt-dev (>= 9)")
  set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "libpqxx-dev (>= 6.4), libcli11-dev, nlohmann-json3-dev, pkg-config")
  set(CPACK_DEBIAN_PACKAGE_SUGGESTS postgresql)
  include(CPack)
endif()
