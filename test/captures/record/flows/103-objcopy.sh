# SPDX-License-Identifier: Apache-2.0
# technique: objcopy writes a stripped copy under another name, which is run
# label: attack
# should_detect: true
# why: what connects is the compiled program without its symbols
# needs: binutils
gcc -o stage103 implant.c
objcopy --strip-all stage103 worker103
./worker103
