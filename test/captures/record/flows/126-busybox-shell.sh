# SPDX-License-Identifier: Apache-2.0
# technique: moved and run by a busybox shell with its own cp, mv and setsid
# label: attack
# should_detect: true
# why: the compiled program connects; who copies it is one program for many commands
# needs: busybox-static
gcc -o stage126 implant.c
busybox sh -c 'busybox cp stage126 copy126 && busybox mv copy126 /tmp/agent126 && busybox setsid /tmp/agent126'
