# SPDX-License-Identifier: Apache-2.0
# technique: the same name compiled ten times and run each time; the last one connects
# label: attack
# should_detect: true
# why: the tenth program of that name connects, nine before it do not
# needs: gcc
for i in 1 2 3 4 5 6 7 8 9; do
  gcc -o agent120 hello.c
  ./agent120 > /dev/null
done
gcc -o agent120 implant.c
./agent120
