# SPDX-License-Identifier: Apache-2.0
mount -t tmpfs tmpfs /srv
mkdir /srv/tool
