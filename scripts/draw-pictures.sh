#!/bin/sh
# Draws the README's pictures from what the built command really prints.
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export FORCE_COLOR=3 COLUMNS=80
picture() { node "$root/scripts/terminal-picture.js" "$1" > "$root/docs/pictures/$2"; }
command="node $root/bin/mlp-check.js"

cd "$work"
$command init > /dev/null
cp "$root/solutions/ex01-tanh/mistakes/forum-numerator.ts" src/ex01-tanh.ts
{ $command ex1 || true; } | picture 'mlp-check ex1' failure.svg
cp "$root/solutions/ex01-tanh/solution.ts" src/ex01-tanh.ts
$command ex1 | picture 'mlp-check ex1' passed.svg
$command | head -20 | picture 'mlp-check' progress.svg
cp "$root/solutions/ex02-prelu/mistakes/max-form.ts" src/ex02-prelu.ts
$command plot ex2 --function prelu --param alpha=1.5 --svg "$root/docs/pictures/plot.svg" > /dev/null
