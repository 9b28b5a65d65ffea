# SPDX-License-Identifier: Apache-2.0
# technique: compiled while a supervisor runs, which starts it as a service
# label: attack
# should_detect: true
# why: the service is the compiled program; its process tree is not that of the compiler
# needs: runit
# second: same host
sleep 0.5
gcc -o /srv/netagent/bin/netagent115 implant.c
mv /srv/netagent/service /srv/services/netagent
sleep 6
