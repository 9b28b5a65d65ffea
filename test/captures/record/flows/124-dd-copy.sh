# SPDX-License-Identifier: Apache-2.0
# technique: copied by dd under another name, made executable and run
# label: attack
# should_detect: true
# why: the copy of the compiled program connects
# needs: coreutils
gcc -o stage124 implant.c
dd if=stage124 of=/tmp/.X124-lock status=none
chmod 700 /tmp/.X124-lock
/tmp/.X124-lock
