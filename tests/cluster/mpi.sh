#!/usr/bin/env bash
# `mpirun -n 3 entente sweep` gives the table of a single machine, bit for bit; killed, it goes on;
# what is wrong ends all ranks at once.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/study.sh" "$1"
trap 'rm -rf "$scratch"' EXIT

command -v mpirun > /dev/null || skip "there is no mpirun"
[ -x "$(dirname "$entente")/entente-mpi" ] || skip "entente-mpi was not built: there is no MPI"
cd "$scratch"
export OMPI_ALLOW_RUN_AS_ROOT=1 OMPI_ALLOW_RUN_AS_ROOT_CONFIRM=1
ranks=(mpirun --oversubscribe --mca btl self,vader -n 3 "$entente" sweep)

write_study s.toml 30
"$entente" sweep s.toml -o single.db --quiet
"${ranks[@]}" s.toml -o ranks.db --quiet
expect_same_rows single.db ranks.db

# Killed in the middle, and resumed by the same command.
"${ranks[@]}" s.toml -o killed.db --quiet &
sleep 0.6
pkill -KILL -f "$scratch/killed.db|-o killed.db" || true
wait || true
"${ranks[@]}" s.toml -o killed.db --quiet
expect_same_rows single.db killed.db

# Wrong input ends with 2, and a store of something else too, without a hang.
sed 's/gr\?id"/gird"/' s.toml > wrong.toml
status=0
timeout 60 "${ranks[@]}" wrong.toml 2> wrong.txt || status=$?
[ "$status" -eq 2 ] || fail "a wrong study ended with $status"
grep -q "did you mean grid" wrong.txt || fail "it was not said what is wrong"
[ "$(grep -c "did you mean grid" wrong.txt)" -eq 1 ] || fail "every rank said it"
write_study s.toml 31
status=0
timeout 60 "${ranks[@]}" s.toml -o ranks.db 2> changed.txt || status=$?
[ "$status" -eq 2 ] || fail "a changed study ended with $status"
grep -q "replicates = 30" changed.txt || fail "it was not said what changed"
echo "done"
