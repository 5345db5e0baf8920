#!/usr/bin/env bash
# A Slurm of this machine alone, for tests; without systemd and control groups. Needs root.
#   one_machine_slurm.sh start|stop FOLDER      then: export SLURM_CONF=FOLDER/slurm.conf
set -euo pipefail
folder=$2
host=$(hostname -s)

configure() {
  mkdir -p "$folder"/{spool,state,log}
  chmod 755 "$(dirname "$folder")" "$folder"
  install -d -o munge -g munge "$folder/munge"
  local hardware
  read -r hardware <<< "$(slurmd -C | head -1)"  # NodeName=… CPUs=… RealMemory=…
  cat > "$folder/slurm.conf" <<END
ClusterName=one-machine
SlurmctldHost=$host(127.0.0.1)
SlurmUser=root
SlurmdUser=root
AuthType=auth/munge
AuthInfo=socket=$folder/munge/socket
SlurmctldPort=16917
SlurmdPort=16918
StateSaveLocation=$folder/state
SlurmdSpoolDir=$folder/spool
SlurmctldPidFile=$folder/slurmctld.pid
SlurmdPidFile=$folder/slurmd.pid
SlurmctldLogFile=$folder/log/slurmctld.log
SlurmdLogFile=$folder/log/slurmd.log
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
JobAcctGatherType=jobacct_gather/none
AccountingStorageType=accounting_storage/none
SelectType=select/cons_tres
SelectTypeParameters=CR_Core
SchedulerParameters=sched_interval=1,sched_min_interval=0,batch_sched_delay=0
ReturnToService=2
SlurmctldTimeout=30
SlurmdTimeout=30
KillWait=2
$hardware NodeAddr=127.0.0.1 State=UNKNOWN
PartitionName=main Nodes=ALL Default=YES MaxTime=INFINITE State=UP
END
  echo 'CgroupPlugin=cgroup/v1' > "$folder/cgroup.conf"
}

start() {
  configure
  [ -e /etc/munge/munge.key ] || mungekey --create 2> /dev/null || create-munge-key 2> /dev/null
  runuser -u munge -- munged --socket="$folder/munge/socket" --key-file=/etc/munge/munge.key \
    --pid-file="$folder/munge/pid" --log-file="$folder/munge/log" --seed-file="$folder/munge/seed"
  slurmctld -f "$folder/slurm.conf" 2> /dev/null
  slurmd -f "$folder/slurm.conf" -N "$host" 2> /dev/null
  export SLURM_CONF=$folder/slurm.conf
  for _ in $(seq 100); do
    sinfo -h -o %T 2> /dev/null | grep -q '^idle$' && return
    sleep 0.2
  done
  echo "the node did not become idle:"
  tail -5 "$folder"/log/*.log
  return 1
}

stop() {
  local name
  for name in slurmd.pid slurmctld.pid munge/pid; do
    [ -s "$folder/$name" ] && kill "$(cat "$folder/$name")" 2> /dev/null
    sleep 0.5
  done
  return 0
}

"$1"
