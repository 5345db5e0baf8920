# What can be switched, and what every target is compiled with.

option(ENTENTE_BUILD_PROGRAM "Build the analysis libraries and the command-line program" ON)
option(ENTENTE_BUILD_TESTS "Build the tests" ${PROJECT_IS_TOP_LEVEL})
option(ENTENTE_BUILD_BENCH "Build the benchmarks" ${PROJECT_IS_TOP_LEVEL})
option(ENTENTE_BUILD_FUZZ "Build the libFuzzer target (clang only)" OFF)
option(ENTENTE_WARNINGS_AS_ERRORS "Fail on warnings; for the project's own checks" OFF)
set(ENTENTE_ARCH "x86-64-v3" CACHE STRING
    "Instruction set. Results are bit-identical only among builds for the same one")
set(ENTENTE_SANITIZE "" CACHE STRING "Sanitizers, as in address,undefined")

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
if(NOT CMAKE_BUILD_TYPE AND NOT CMAKE_CONFIGURATION_TYPES)
  set(CMAKE_BUILD_TYPE Release)
endif()
find_program(CCACHE ccache)
if(CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CCACHE})
endif()

# What changes bits, or the layout of Eigen's types: users of the libraries compile with it too.
# Fused multiply-add is used only where Eigen asks for it: left to the compiler
# (-ffp-contract=fast, g++'s default) the same source gives other bits under another compiler.
add_library(entente_bits INTERFACE)
add_library(entente::bits ALIAS entente_bits)
set_target_properties(entente_bits PROPERTIES EXPORT_NAME bits)
# Neither errno nor floating-point traps are used; giving them up changes no bit and lets loops with
# square roots and comparisons be vectorised.
target_compile_options(entente_bits INTERFACE -march=${ENTENTE_ARCH} -ffp-contract=off
                                              -fno-math-errno -fno-trapping-math)
target_compile_features(entente_bits INTERFACE cxx_std_20)

add_library(entente_checks INTERFACE)
target_compile_options(entente_checks INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wconversion
                                                -Wno-sign-conversion)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  # g++ 12 sees an overflow in fmt 9's headers, and in Boost.Random's and its own strings values
  # that overlap or have no beginning, where there are none.
  target_compile_options(entente_checks INTERFACE -Wno-stringop-overflow -Wno-maybe-uninitialized
                                                  -Wno-restrict)
endif()
if(CMAKE_UNITY_BUILD)
  # Sources that are compiled in one piece share a scope: only shadows within a function are faults.
  target_compile_options(entente_checks INTERFACE -Wno-shadow
                                                  $<$<CXX_COMPILER_ID:GNU>:-Wshadow=local>)
endif()
if(ENTENTE_WARNINGS_AS_ERRORS)
  target_compile_options(entente_checks INTERFACE -Werror)
endif()
if(ENTENTE_SANITIZE)
  if(CMAKE_CXX_COMPILER_ID MATCHES "Clang")
    add_compile_options(-fsanitize-ignorelist=${PROJECT_SOURCE_DIR}/cmake/unsanitized.txt)
  endif()
  add_compile_options(-fsanitize=${ENTENTE_SANITIZE} -fno-omit-frame-pointer
                      -fno-sanitize-recover=all)
  add_link_options(-fsanitize=${ENTENTE_SANITIZE})
endif()

# entente_layer(NAME SOURCES … LINK …): a static library `entente_NAME`, alias `entente::NAME`.
function(entente_layer name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;LINK")
  add_library(entente_${name} STATIC ${arg_SOURCES})
  add_library(entente::${name} ALIAS entente_${name})
  set_target_properties(entente_${name} PROPERTIES EXPORT_NAME ${name} POSITION_INDEPENDENT_CODE ON)
  target_include_directories(entente_${name} PUBLIC $<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}>
                                                    $<INSTALL_INTERFACE:include/entente>)
  target_link_libraries(entente_${name} PUBLIC entente::bits ${arg_LINK}
                                        PRIVATE $<BUILD_INTERFACE:entente_checks>)
endfunction()
