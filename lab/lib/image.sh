# shellcheck shell=bash
# The hosts' image: one for all labs, named by the digest of what it is made from.

image_wanted() { # the image that fits this source tree
  local digest
  digest=$(cat "$LAB_DIR/lib/build-image.sh" "$LAB_DIR/lib/requirements.txt" | sha256sum | cut -c1-12)
  echo "${BASCULE_LAB_IMAGE:-${BASCULE_CACHE:-${HOME:-/root}/.cache/bascule}/lab-image-$digest}"
}

lab_image() { cat "$LAB_STATE/image"; } # the image that this lab was made on

image_build() { # image_build IMAGE: unless it is there; two labs may ask at once
  local image=$1
  [ ! -d "$image" ] || return 0
  mkdir -p "$(dirname "$image")"
  (
    flock 9
    [ ! -d "$image" ] || exit 0
    lab_log "building the hosts' image (one or two minutes): $image"
    "$LAB_DIR/lib/build-image.sh" "$image" || lab_die "the image could not be built"
  ) 9>"$image.lock"
}

image_choose() { # hosts stay on the image that they were made on: their changes lie above it
  local image
  mkdir -p "$LAB_STATE"
  if [ -d "$LAB_STATE/hosts" ] && image=$(lab_image 2>/dev/null); then
    [ -d "$image" ] || lab_die "$image, which this lab was made on, is gone; begin anew: lab destroy, lab up"
    return 0
  fi
  image=$(image_wanted)
  image_build "$image"
  echo "$image" >"$LAB_STATE/image"
}
