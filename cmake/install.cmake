# `cmake --install`, and what find_package(entente) finds afterwards: the libraries of sim/ as
# entente::core … entente::scenario, all of them as entente::entente.

include(CMakePackageConfigHelpers)
include(GNUInstallDirs)

set(package_dir ${CMAKE_INSTALL_LIBDIR}/cmake/entente)
set(layers core alignment choice exchange events engine scenario)
list(TRANSFORM layers PREPEND entente_ OUTPUT_VARIABLE libraries)

add_library(entente_all INTERFACE)
add_library(entente::entente ALIAS entente_all)
set_target_properties(entente_all PROPERTIES EXPORT_NAME entente)
target_link_libraries(entente_all INTERFACE ${libraries})

install(TARGETS entente_all entente_bits ${libraries} EXPORT entente_targets)
install(EXPORT entente_targets NAMESPACE entente:: FILE ententeTargets.cmake
        DESTINATION ${package_dir})
install(DIRECTORY sim DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/entente
        FILES_MATCHING PATTERN "*.h")

configure_package_config_file(cmake/ententeConfig.cmake.in ententeConfig.cmake
                              INSTALL_DESTINATION ${package_dir})
write_basic_package_version_file(ententeConfigVersion.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${PROJECT_BINARY_DIR}/ententeConfig.cmake
              ${PROJECT_BINARY_DIR}/ententeConfigVersion.cmake DESTINATION ${package_dir})

install(DIRECTORY scenarios DESTINATION ${CMAKE_INSTALL_DATADIR}/entente
        FILES_MATCHING PATTERN "*.toml" PATTERN "*.csv")
if(TARGET entente)
  install(TARGETS entente)
endif()
