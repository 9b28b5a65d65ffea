# SPDX-License-Identifier: Apache-2.0
# technique: packed by gzexe: a script that unpacks the program into /tmp and runs it
# label: attack
# should_detect: true
# why: what connects is the compiled program, unpacked
# needs: gzip
gcc -o implant105 implant.c
gzexe implant105
./implant105
