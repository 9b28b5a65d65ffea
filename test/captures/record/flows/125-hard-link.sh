# SPDX-License-Identifier: Apache-2.0
# technique: run through a hard link after the name given by the linker is gone
# label: attack
# should_detect: true
# why: the compiled program connects under its second name
# needs: coreutils
gcc -o stage125 implant.c
ln stage125 /home/dev/home/.agent125
rm stage125
/home/dev/home/.agent125
