# Sourced by the other scripts: steps with one line each, their output in build/logs.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$root"
mkdir -p build/logs

# step TITLE COMMAND…: runs the command and prints the title with the time that it took. When it
# fails, shows the end of its output and exits with its status.
step() {
  local title=$1 began=$SECONDS status=0
  local log=build/logs/${title//[^a-zA-Z0-9+]/-}.log
  shift
  printf '%-58s' "$title"
  ("$@") </dev/null >"$log" 2>&1 || status=$?
  if [ "$status" -eq 0 ]; then
    printf '%5d s\n' $((SECONDS - began))
    return
  fi
  printf 'failed\n\n'
  tail -n 60 "$log"
  printf '\n%s failed after %d s (status %d). All that it printed is in %s\n' \
    "$title" $((SECONDS - began)) "$status" "$log"
  exit "$status"
}

# run_tests PRESET [ARGUMENTS OF CTEST]…: prints what fails or is skipped, and the closing lines.
# `launch`, if set, is what the tests are started with.
run_tests() {
  ${launch[@]+"${launch[@]}"} ctest --preset "$1" --parallel "$(nproc)" "${@:2}" | grep --line-buffered -vE \
    '^ +Start +[0-9]+:|^ *[0-9]+/[0-9]+ Test +#[0-9]+: .* Passed +[0-9.]+ sec$'
}

# closing_lines LOG: what ctest said in the end, and the count of tests on a line of its own.
closing_lines() {
  sed -n '/tests passed, /,$p' "$1"
  awk '/tests passed, / { failed = $4; all = $NF }
       /\((Skipped|Disabled)\)$/ { ++skipped }
       END { printf "%d passed, %d failed, %d skipped\n", all - failed - skipped, failed, skipped }' "$1"
}
