# SPDX-License-Identifier: Apache-2.0
# technique: compiled outside, copied into a changed root and run there
# label: attack
# should_detect: true
# why: the compiled program connects; its path there is not that under which it was written
# needs: coreutils (chroot)
mkdir -p jail/bin
gcc -static -o implant117 implant.c
cp implant117 jail/bin/
chroot jail /bin/implant117
