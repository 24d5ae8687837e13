#!/usr/bin/env bash
# Mutation tests of CiivSoft.Matching: changes the code in thousands of small ways and sees whether a test notices each.
# One folder at a time, against the golden readings and that folder's own tests, in a clone of HEAD (what is not committed is
# not seen). A folder takes minutes, all of them some hours.
#   bash tests/mutate.sh [--out DIR] [FOLDER…]      all folders without names; DIR: artifacts/mutation
# Prints a row a folder; DIR/FOLDER/reports holds what survived, as a page and as JSON.
set -euo pipefail
cd "$(dirname "$0")/.."
root=$PWD
out=$root/artifacts/mutation
if [ "${1:-}" = --out ]; then
  mkdir -p "$2"
  out=$(cd "$2" && pwd)
  shift 2
fi

folders=("$@")
[ ${#folders[@]} -gt 0 ] || mapfile -t folders < <(cd src/CiivSoft.Matching && ls -d */ | tr -d / | grep -vx 'Models')

# Folders whose tests stand in another folder.
tests_of() {
  case $1 in
    Credentials) echo 'Scoring/CredentialTests.cs;Requirements/*Tests.cs' ;;
    Knowledge) echo 'Knowledge/*Tests.cs;Scoring/*Tests.cs' ;;
    Profiles) echo 'Profiles/*Tests.cs;Evidence/*Tests.cs' ;;
    *) echo "$1/**/*Tests.cs" ;;
  esac
}

clone=$(mktemp -d)
trap 'rm -rf "$clone"' EXIT
git clone -q "$root" "$clone/repository"
cd "$clone/repository"
dotnet tool restore >/dev/null
cd tests/CiivSoft.Matching.Tests
printf '%-16s %8s %8s %8s %8s %8s\n' folder score killed timeout survived untested
for folder in "${folders[@]}"; do
  mkdir -p "$out/$folder"
  cat >"$clone/config.json" <<CONFIG
{
  "stryker-config": {
    "project": "CiivSoft.Matching.csproj",
    "test-runner": "mtp",
    "configuration": "Release",
    "mutate": ["**/$folder/**/*.cs"],
    "coverage-analysis": "all",
    "concurrency": $(nproc),
    "reporters": ["json", "html"],
    "ignore-mutations": ["string"]
  }
}
CONFIG
  CIIVSOFT_MUTATION="Readings/*Tests.cs;$(tests_of "$folder")" RunAnalyzers=false CI= dotnet stryker \
    --skip-version-check -f "$clone/config.json" -O "$out/$folder" >"$out/$folder/log.txt" 2>&1 </dev/null ||
    { echo "$folder: Stryker failed, see $out/$folder/log.txt" >&2; exit 1; }
  report=$out/$folder/reports/mutation-report.json
  count() { { grep -oE "\"status\": ?\"$1\"" "$report" || true; } | wc -l; } # None found is no failure.
  killed=$(count Killed) timeout=$(count Timeout) survived=$(count Survived) untested=$(count NoCoverage)
  all=$((killed + timeout + survived + untested))
  printf '%-16s %7d%% %8d %8d %8d %8d\n' "$folder" $((all ? 100 * (killed + timeout) / all : 100)) \
    "$killed" "$timeout" "$survived" "$untested"
done
