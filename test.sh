#!/usr/bin/env bash
# Builds everything and runs all tests, project after project. Ends with the line "N passed, N failed".
set -uo pipefail
cd "$(dirname "$0")"

dotnet build CiivSoft.Orleans.sln -c Release --nologo -v quiet -clp:NoSummary || { echo "0 passed, 1 failed"; exit 1; }

passed=0
failed=0
skipped=0
results=$(mktemp -d)
trap 'rm -rf "$results"' EXIT
for project in tests/*.Tests; do
  name=$(basename "$project")
  echo "== $name"
  log="$results/$name.log"
  dotnet run --project "$project" -c Release --no-build -- --progress off --no-ansi </dev/null 2>&1 | tee "$log" | grep -vE '^$' | tail -n 40
  code=${PIPESTATUS[0]}
  count() { grep -E "^ *$1: [0-9]+" "$log" | tail -n 1 | grep -oE '[0-9]+' || echo 0; }
  failures=$(count failed)
  # A project that ended badly without saying which test failed, such as one that crashed, counts as one failure.
  [ "$code" = 0 ] || [ "$failures" != 0 ] || { [ "$code" = 8 ] || failures=1; }
  passed=$((passed + $(count succeeded)))
  failed=$((failed + failures))
  skipped=$((skipped + $(count skipped)))
done

echo
[ "$skipped" = 0 ] || echo "$skipped tests were skipped; each says above what it needs."
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
