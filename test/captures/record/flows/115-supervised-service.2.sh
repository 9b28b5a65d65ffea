# SPDX-License-Identifier: Apache-2.0
runsvdir /srv/services &
sleep 7
kill -HUP $!
wait
