#!/usr/bin/env bash
# A study through a Slurm of one machine: an array job of four tasks, of which one is killed and
# requeued, then the merge that depends on it; the result is that of a single process.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
source "$here/study.sh" "$1"

[ "$(id -u)" -eq 0 ] || skip "only root can begin a Slurm of its own"
for program in slurmctld slurmd munged sbatch; do
  command -v "$program" > /dev/null || skip "there is no $program"
done
export SLURM_CONF=$scratch/slurm/slurm.conf
trap '"$here/one_machine_slurm.sh" stop "$scratch/slurm"; rm -rf "$scratch"' EXIT
"$here/one_machine_slurm.sh" start "$scratch/slurm" || skip "no Slurm could be begun here"
cd "$scratch"

write_study s.toml 400
"$entente" sweep s.toml -o single.db --quiet

# A few tasks, of about two seconds each.
"$entente" sweep s.toml --submit slurm --task-minutes 0.03 --now > submitted.txt
cat submitted.txt
array=$(sed -n 's/^Submitted as job \([0-9]*\);.*/\1/p' submitted.txt)
merge=$(sed -n 's/.*; job \([0-9]*\) merges.*/\1/p' submitted.txt)
[ -n "$array" ] && [ -n "$merge" ] || fail "no jobs were named"
grep -q -- "--array=1-[2-9]" cluster.array.sh || fail "the array has one task"

# One task is killed while it runs, and requeued.
for _ in $(seq 100); do
  [ -e s.1-of-*.db ] 2> /dev/null && break
  sleep 0.05
done
pkill -KILL -f -- "--shard 1/" || true
scontrol requeue "${array}_1" || true
for _ in $(seq 240); do
  [ -z "$(squeue -h -j "$merge" 2> /dev/null)" ] && break
  # Else Slurm waits for two minutes before it runs the task again.
  scontrol update JobId="${array}_1" StartTime=now > /dev/null 2>&1 || true
  sleep 0.5
done
[ -e s.db ] || { squeue; cat ./*.log; fail "nothing was merged"; }
cat cluster.merge.log
"$entente" sweep s.toml --quiet  # does what the killed task left, if its requeue came too late
expect_same_rows single.db s.db
echo "done"
