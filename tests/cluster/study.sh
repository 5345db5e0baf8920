# For the tests of this folder: a study in a scratch folder, and how its results are compared.
#   source study.sh ENTENTE

entente=$1
scratch=$(mktemp -d)
repository=$PWD

skip() {  # WHY
  echo "skipped: $1"
  exit 77
}

fail() {  # WHY
  echo "failed: $1"
  exit 1
}

# A grid of 48 points over a small world, with so many replicates in each of two variants.
write_study() {  # FILE REPLICATES
  cat > "$1" <<END
format = 1
[study]
id = "cluster"
scenario = "$repository/tests/ensemble/small_world.toml"
variants = ["base", "no-visit"]
replicates = $2
design = { type = "grid", levels = 4 }
[[parameter]]
path = "dynamics.alignment.balance"
values = [0.4, 0.8, 1.6]
[[parameter]]
path = "alignment.north.east"
range = [-0.4, 0.4]
[[parameter]]
path = "dynamics.alignment.noise"
range = [0.05, 0.4]
[[outcome]]
name = "north_south"
of = "alignment.north.south"
statistic = "final"
[[outcome]]
name = "polarised"
of = "metric.polarization"
statistic = "mean"
END
}

rows() {  # STORE: every run with all its bits
  sqlite3 "$1" "SELECT run, status, printf('%!.17g', north_south), printf('%!.17g', polarised)
                FROM run ORDER BY run"
}

expect_same_rows() {  # STORE STORE
  [ "$(rows "$1" | wc -l)" -gt 100 ] || fail "$1 has hardly any run"
  cmp <(rows "$1") <(rows "$2") || fail "$1 and $2 differ"
}
