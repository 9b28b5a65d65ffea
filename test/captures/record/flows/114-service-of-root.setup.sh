# SPDX-License-Identifier: Apache-2.0
mount -t tmpfs tmpfs /usr/local/sbin
