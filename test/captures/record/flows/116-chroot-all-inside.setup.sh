# SPDX-License-Identifier: Apache-2.0
mkdir -p jail/usr jail/dev jail/tmp jail/build jail/etc
mount --rbind /usr jail/usr
mount --rbind /dev jail/dev
for folder in bin lib lib64; do ln -s usr/$folder jail/$folder; done
cp -r /etc/ld.so.conf /etc/ld.so.conf.d /etc/alternatives jail/etc/
cp implant.c jail/build/
