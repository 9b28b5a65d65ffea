# SPDX-License-Identifier: Apache-2.0
# technique: compiled and run in a changed root, as in a container
# label: attack
# should_detect: true
# why: the compiled program connects; compiler and program see the same paths
# needs: coreutils (chroot)
chroot jail /bin/sh -c 'cd /build && gcc -o implant116 implant.c && ./implant116'
