# Everything comes from Debian packages; scripts/packages.txt lists them.

find_package(Eigen3 3.4 REQUIRED NO_MODULE)
find_package(Boost 1.74 REQUIRED)
find_package(fmt REQUIRED)
find_package(tomlplusplus REQUIRED)
find_path(RANDOM123_INCLUDE Random123/philox.h REQUIRED)

if(ENTENTE_BUILD_PROGRAM)
  find_package(TBB REQUIRED)
  find_package(CLI11 REQUIRED)
  find_package(nlohmann_json REQUIRED)
  find_package(OpenSSL REQUIRED COMPONENTS Crypto)
  find_package(PkgConfig REQUIRED)
  find_package(MPI COMPONENTS CXX QUIET)  # sweeps on a cluster, where there is one
  find_package(SQLite3 REQUIRED)
  find_package(ZLIB REQUIRED)
  find_package(NLopt REQUIRED)
  pkg_check_modules(CLP REQUIRED IMPORTED_TARGET clp)
  pkg_check_modules(NETCDF REQUIRED IMPORTED_TARGET netcdf hdf5)
endif()
