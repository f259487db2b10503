# shellcheck shell=bash
# The hosts' image: one for all labs, named by the digest of what it is made from.

lab_image() { # the image that this lab was made on, or the one that fits this source tree
  local digest
  cat "$LAB_STATE/image" 2>/dev/null && return
  digest=$(cat "$LAB_DIR/lib/build-image.sh" "$LAB_DIR/lib/requirements.txt" | sha256sum | cut -c1-12)
  echo "${BASCULE_CACHE:-${HOME:-/root}/.cache/bascule}/lab-image-$digest"
}

image_build() { # builds it unless it is there; two labs may ask at once
  local image
  image=$(lab_image)
  mkdir -p "$(dirname "$image")" "$LAB_STATE"
  [ -d "$image" ] || (
    flock 9
    [ ! -d "$image" ] || exit 0
    lab_log "building the hosts' image (about a minute)"
    "$LAB_DIR/lib/build-image.sh" "$image" || lab_die "the image could not be built"
  ) 9>"$image.lock"
  echo "$image" >"$LAB_STATE/image"
}
