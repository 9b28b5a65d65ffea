# SPDX-License-Identifier: Apache-2.0
# technique: patchelf changes the program in place, then into a new file, which is run
# label: attack
# should_detect: true
# why: what connects is the compiled program with another search path for libraries
# needs: patchelf
gcc -o stage104 implant.c
patchelf --set-rpath /opt/lib stage104
patchelf --remove-rpath --output agentd104 stage104
./agentd104
