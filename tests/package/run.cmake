# Installs the build into a scratch prefix and builds and runs, from there alone, the ten-line
# program of this folder:  cmake -D BUILD=… -D SCRATCH=… -D CXX=… -P run.cmake

function(run)
  execute_process(COMMAND ${ARGV} RESULT_VARIABLE status OUTPUT_VARIABLE output
                  ERROR_VARIABLE errors)
  if(NOT status EQUAL 0)
    list(JOIN ARGV " " command)
    message(FATAL_ERROR "${command}\n${output}${errors}")
  endif()
  set(output "${output}" PARENT_SCOPE)
endfunction()

file(REMOVE_RECURSE ${SCRATCH})
file(COPY ${CMAKE_CURRENT_LIST_DIR}/outside DESTINATION ${SCRATCH})
run(${CMAKE_COMMAND} --install ${BUILD} --prefix ${SCRATCH}/prefix)
run(${CMAKE_COMMAND} -S ${SCRATCH}/outside -B ${SCRATCH}/build -G Ninja
    -D CMAKE_BUILD_TYPE=Release -D CMAKE_CXX_COMPILER=${CXX}
    -D CMAKE_PREFIX_PATH=${SCRATCH}/prefix)
run(${CMAKE_COMMAND} --build ${SCRATCH}/build)
run(${SCRATCH}/build/ten_lines ${SCRATCH}/prefix/share/entente/scenarios/three-actors.toml)

# Rows of three alignments, each between -1 and 1.
if(NOT output MATCHES "^after 520 ticks\n( *-?0(\\.[0-9]+)? +-?0(\\.[0-9]+)? +-?0(\\.[0-9]+)?\n)+$")
  message(FATAL_ERROR "The program printed\n${output}")
endif()
message(STATUS "The program printed\n${output}")

run(${SCRATCH}/prefix/bin/entente --help)
