;; The sums of weights over which a linear model spends its time, as `plain.ts` has them in TypeScript. What this wins is
;; memory: compiled from JavaScript a look-up is some forty instructions, most of them checks, and so few fit into the
;; window of a processor that it waits for three places at a time; here it waits for ten and more.
;;
;; Addresses are in bytes. A table of slots is followed by its first four slots once more, so that four can be read at once
;; anywhere.
(module
  (import "kernel" "memory" (memory 1))

  ;; The features of the templates from `from` to `to`, four at a time (`feature-hash.ts`): the hash of one value is a step
  ;; on the way to that of two, and so on; masks tell where to stop. Columns of codes are 784 bytes apart.
  (func (export "hash") (param $codes i32) (param $from i32) (param $to i32) (param $features i32)
    (local $end i32) (local $one v128) (local $two v128) (local $hash v128)
    (local.set $end (i32.add (local.get $features) (i32.shl (local.get $to) (i32.const 2))))
    (local.set $features (i32.add (local.get $features) (i32.shl (local.get $from) (i32.const 2))))
    (local.set $codes (i32.add (local.get $codes) (i32.shl (local.get $from) (i32.const 2))))
    (block $done
      (loop $each
        (br_if $done (i32.ge_u (local.get $features) (local.get $end)))
        (local.set $hash
          (i32x4.mul
            (i32x4.add (v128.load align=4 (local.get $codes))
              (v128.load32_lane 3 (i32.load offset=796 (local.get $codes))
              (v128.load32_lane 2 (i32.load offset=792 (local.get $codes))
                (v128.load32_lane 1 (i32.load offset=788 (local.get $codes))
                  (v128.load32_zero (i32.load offset=784 (local.get $codes)))))))
            (v128.const i32x4 0x85ebca6b 0x85ebca6b 0x85ebca6b 0x85ebca6b)))
        (local.set $hash
          (i32x4.mul
            (i32x4.add (v128.xor (local.get $hash) (i32x4.shr_u (local.get $hash) (i32.const 15)))
              (v128.load32_lane 3 (i32.load offset=1580 (local.get $codes))
              (v128.load32_lane 2 (i32.load offset=1576 (local.get $codes))
                (v128.load32_lane 1 (i32.load offset=1572 (local.get $codes))
                  (v128.load32_zero (i32.load offset=1568 (local.get $codes)))))))
            (v128.const i32x4 0xc2b2ae35 0xc2b2ae35 0xc2b2ae35 0xc2b2ae35)))
        (local.set $one (v128.xor (local.get $hash) (i32x4.shr_u (local.get $hash) (i32.const 13))))
        (local.set $hash
          (i32x4.mul
            (i32x4.add (local.get $one)
              (v128.load32_lane 3 (i32.load offset=2364 (local.get $codes))
              (v128.load32_lane 2 (i32.load offset=2360 (local.get $codes))
                (v128.load32_lane 1 (i32.load offset=2356 (local.get $codes))
                  (v128.load32_zero (i32.load offset=2352 (local.get $codes)))))))
            (v128.const i32x4 0x27d4eb2f 0x27d4eb2f 0x27d4eb2f 0x27d4eb2f)))
        (local.set $two (v128.xor (local.get $hash) (i32x4.shr_u (local.get $hash) (i32.const 15))))
        (local.set $hash
          (i32x4.mul (local.get $two)
            (v128.const i32x4 0x165667b1 0x165667b1 0x165667b1 0x165667b1)))
        (v128.store align=4 (local.get $features)
          (v128.bitselect
            (v128.xor (local.get $hash) (i32x4.shr_u (local.get $hash) (i32.const 14)))
            (v128.bitselect (local.get $two) (local.get $one)
              (v128.load offset=3136 align=4 (local.get $codes)))
            (v128.load offset=3920 align=4 (local.get $codes))))
        (local.set $features (i32.add (local.get $features) (i32.const 16)))
        (local.set $codes (i32.add (local.get $codes) (i32.const 16)))
        (br $each))))

  ;; Reads the four slots at which each of `count` features begins to be looked for, so that they are near when they are
  ;; needed: a loop of few instructions and without a branch, for the more of it a processor has in sight the more places
  ;; it waits for at once. Up to three features more are read.
  (func $readAhead (param $features i32) (param $count i32) (param $slots i32) (param $mask i32) (result i32)
    (local $end i32) (local $any v128) (local $places v128) (local $masks v128) (local $begin v128)
    (local.set $end (i32.add (local.get $features) (i32.shl (local.get $count) (i32.const 2))))
    (local.set $masks (i32x4.splat (local.get $mask)))
    (local.set $begin (i32x4.splat (local.get $slots)))
    (block $done
      (loop $each
        (br_if $done (i32.ge_u (local.get $features) (local.get $end)))
        (local.set $places
          (i32x4.add (local.get $begin)
            (i32x4.shl (v128.and (v128.load align=4 (local.get $features)) (local.get $masks)) (i32.const 2))))
        (local.set $any
          (v128.or
            (v128.or (local.get $any) (v128.or (v128.load align=4 (i32x4.extract_lane 0 (local.get $places))) (v128.load align=4 (i32x4.extract_lane 1 (local.get $places)))))
            (v128.or (v128.load align=4 (i32x4.extract_lane 2 (local.get $places))) (v128.load align=4 (i32x4.extract_lane 3 (local.get $places))))))
        (local.set $features (i32.add (local.get $features) (i32.const 16)))
        (br $each)))
    (v128.any_true (local.get $any)))

  ;; Sets the four numbers at `sums` to what `count` features add to the three actions; the fourth becomes 0.
  (func $sumActions (export "sumActions")
    (param $features i32) (param $count i32) (param $slots i32) (param $mask i32) (param $sums i32)
    (local $end i32) (local $hash i32) (local $check i32) (local $codes v128) (local $sum v128)
    (local $checks v128) (local $four v128) (local $place i32) (local $at i32) (local $seen i32) (local $slot i32)
    (local.set $end (i32.add (local.get $features) (i32.shl (local.get $count) (i32.const 2))))
    (block $done
      (loop $each
        (br_if $done (i32.ge_u (local.get $features) (local.get $end)))
        (local.set $hash (i32.load (local.get $features)))
        (local.set $check
          (i32.shr_u (i32.mul (local.get $hash) (i32.const 0x85ebca6b)) (i32.const 21)))
        (local.set $check (i32.add (local.get $check) (i32.eqz (local.get $check))))
        ;; Four slots are looked at at once: a bit for each that is free or has this check; the first ends the search.
        (local.set $checks (i32x4.splat (local.get $check)))
        (local.set $place (i32.and (local.get $hash) (local.get $mask)))
        (loop $on
          (local.set $at (i32.add (local.get $slots) (i32.shl (local.get $place) (i32.const 2))))
          (local.set $four (v128.load align=4 (local.get $at)))
          (local.set $seen
            (i32x4.bitmask
              (v128.or
                (i32x4.eq (i32x4.shr_u (local.get $four) (i32.const 21)) (local.get $checks))
                (i32x4.eq (local.get $four) (v128.const i32x4 0 0 0 0)))))
          (if (i32.eqz (local.get $seen))
            (then
              (local.set $place (i32.and (i32.add (local.get $place) (i32.const 4)) (local.get $mask)))
              (br $on))))
        (local.set $slot
          (i32.load (i32.add (local.get $at) (i32.shl (i32.ctz (local.get $seen)) (i32.const 2)))))
        ;; Seven bits for each action, moved to the top of a lane each and back with their sign.
        (local.set $codes
          (i32x4.shr_s
            (i32x4.mul
              (i32x4.splat (local.get $slot))
              (v128.const i32x4 0x2000000 0x40000 0x800 0))
            (i32.const 25)))
        (local.set $sum
          (i32x4.add (local.get $sum)
            (i32x4.mul (local.get $codes) (i32x4.abs (local.get $codes)))))
        (local.set $features (i32.add (local.get $features) (i32.const 4)))
        (br $each)))
    (v128.store (local.get $sums) (local.get $sum)))

  ;; Sums of five groups of features that stand one after another; where each ends is told as a number of features.
  (func (export "sumGroups")
    (param $features i32) (param $slots i32) (param $mask i32) (param $sums i32)
    (param $from i32) (param $a i32) (param $b i32) (param $c i32) (param $d i32) (param $e i32)
    (local $begin i32)
    (local.set $begin (i32.add (local.get $features) (i32.shl (local.get $from) (i32.const 2))))
    ;; What was read must be used, or it would not be read; the sums are written over it.
    (i32.store (local.get $sums)
      (call $readAhead (local.get $begin) (i32.sub (local.get $e) (local.get $from))
        (local.get $slots) (local.get $mask)))
    (call $sumActions (local.get $begin) (i32.sub (local.get $a) (local.get $from))
      (local.get $slots) (local.get $mask) (local.get $sums))
    (call $sumActions (i32.add (local.get $features) (i32.shl (local.get $a) (i32.const 2)))
      (i32.sub (local.get $b) (local.get $a))
      (local.get $slots) (local.get $mask) (i32.add (local.get $sums) (i32.const 16)))
    (call $sumActions (i32.add (local.get $features) (i32.shl (local.get $b) (i32.const 2)))
      (i32.sub (local.get $c) (local.get $b))
      (local.get $slots) (local.get $mask) (i32.add (local.get $sums) (i32.const 32)))
    (call $sumActions (i32.add (local.get $features) (i32.shl (local.get $c) (i32.const 2)))
      (i32.sub (local.get $d) (local.get $c))
      (local.get $slots) (local.get $mask) (i32.add (local.get $sums) (i32.const 48)))
    (call $sumActions (i32.add (local.get $features) (i32.shl (local.get $d) (i32.const 2)))
      (i32.sub (local.get $e) (local.get $d))
      (local.get $slots) (local.get $mask) (i32.add (local.get $sums) (i32.const 64))))

  ;; Adds the rows of `count` features to the scores of their labels. `found` is room for as many numbers.
  (func (export "addRows")
    (param $features i32) (param $count i32) (param $slots i32) (param $mask i32)
    (param $entries i32) (param $found i32) (param $scores i32)
    (local $end i32) (local $hash i32) (local $row i32) (local $rows i32) (local $entry i32) (local $code i32)
    (local $at i32) (local $check i32) (local $rest v128)
    (local $checks v128) (local $four v128) (local $place i32) (local $seen i32) (local $slot i32)
    (i32.store (local.get $found)
      (call $readAhead (local.get $features) (local.get $count) (local.get $slots) (local.get $mask)))
    (local.set $end (i32.add (local.get $features) (i32.shl (local.get $count) (i32.const 2))))
    (local.set $rows (local.get $found))
    (block $done
      (loop $each
        (br_if $done (i32.ge_u (local.get $features) (local.get $end)))
        (local.set $hash (i32.load (local.get $features)))
        (local.set $check
          (i32.shr_u (i32.mul (local.get $hash) (i32.const 0x9e3779b1)) (i32.const 21)))
        ;; Four slots are looked at at once: a bit for each that is free or has this check; the first ends the search.
        (local.set $checks (i32x4.splat (local.get $check)))
        (local.set $place (i32.and (local.get $hash) (local.get $mask)))
        (loop $on
          (local.set $at (i32.add (local.get $slots) (i32.shl (local.get $place) (i32.const 2))))
          (local.set $four (v128.load align=4 (local.get $at)))
          (local.set $seen
            (i32x4.bitmask
              (v128.or
                (i32x4.eq (i32x4.shr_u (local.get $four) (i32.const 21)) (local.get $checks))
                (i32x4.eq (local.get $four) (v128.const i32x4 0 0 0 0)))))
          (if (i32.eqz (local.get $seen))
            (then
              (local.set $place (i32.and (i32.add (local.get $place) (i32.const 4)) (local.get $mask)))
              (br $on))))
        (local.set $slot
          (i32.load (i32.add (local.get $at) (i32.shl (i32.ctz (local.get $seen)) (i32.const 2)))))
        (local.set $row (i32.and (local.get $slot) (i32.const 0x1fffff)))
        (local.set $at (i32.add (local.get $entries) (i32.shl (local.get $row) (i32.const 1))))
        ;; Also of those that are not found, whose place is written over by the next.
        (i32.store (local.get $rows) (local.get $at))
        (local.set $rows
          (i32.add (local.get $rows) (i32.shl (i32.ne (local.get $row) (i32.const 0)) (i32.const 2))))
        (local.set $features (i32.add (local.get $features) (i32.const 4)))
        (br $each)))
    (local.set $features (local.get $found))
    (block $done
      (loop $each
        (br_if $done (i32.ge_u (local.get $features) (local.get $rows)))
        (local.set $rest
          (v128.or
            (v128.or (local.get $rest) (v128.or (v128.load align=2 (i32.load offset=0 (local.get $features))) (v128.load align=2 (i32.load offset=4 (local.get $features)))))
            (v128.or (v128.load align=2 (i32.load offset=8 (local.get $features))) (v128.load align=2 (i32.load offset=12 (local.get $features))))))
        (local.set $features (i32.add (local.get $features) (i32.const 16)))
        (br $each)))
    (i32.store (local.get $rows) (v128.any_true (local.get $rest)))
    (block $done
      (loop $each
        (br_if $done (i32.ge_u (local.get $found) (local.get $rows)))
        (local.set $row (i32.load (local.get $found)))
        (loop $along
          (local.set $entry (i32.load16_s (local.get $row)))
          (local.set $code (i32.shr_s (local.get $entry) (i32.const 8)))
          (local.set $at
            (i32.add (local.get $scores)
              (i32.shl (i32.and (local.get $entry) (i32.const 127)) (i32.const 2))))
          (i32.store (local.get $at)
            (i32.add (i32.load (local.get $at))
              (i32.mul (local.get $code)
                (select (local.get $code) (i32.sub (i32.const 0) (local.get $code))
                  (i32.gt_s (local.get $code) (i32.const 0))))))
          (local.set $row (i32.add (local.get $row) (i32.const 2)))
          (br_if $along (i32.eqz (i32.and (local.get $entry) (i32.const 128)))))
        (local.set $found (i32.add (local.get $found) (i32.const 4)))
        (br $each))))

  ;; Sets `vectors` times four numbers at `out` to the sums of rows; at `list` stands where each begins, in numbers.
  (func (export "sumRows")
    (param $base i32) (param $list i32) (param $rows i32) (param $vectors i32) (param $out i32)
    (local $at i32) (local $end i32) (local $each i32) (local $last i32) (local $row i32) (local $sum v128)
    (local.set $end (i32.shl (local.get $vectors) (i32.const 4)))
    (local.set $last (i32.add (local.get $list) (i32.shl (local.get $rows) (i32.const 2))))
    (loop $along
      (local.set $sum (v128.const i32x4 0 0 0 0))
      (local.set $each (local.get $list))
      (local.set $row (i32.add (local.get $base) (local.get $at)))
      (loop $down
        (local.set $sum
          (i32x4.add (local.get $sum)
            (v128.load align=4
              (i32.add (local.get $row) (i32.shl (i32.load (local.get $each)) (i32.const 2))))))
        (local.set $each (i32.add (local.get $each) (i32.const 4)))
        (br_if $down (i32.lt_u (local.get $each) (local.get $last))))
      (v128.store align=4 (i32.add (local.get $out) (local.get $at)) (local.get $sum))
      (local.set $at (i32.add (local.get $at) (i32.const 16)))
      (br_if $along (i32.lt_u (local.get $at) (local.get $end)))))

  ;; The number of the greatest score, the first of several, where it is ahead of all others by more than `margin`; else -1.
  ;; Each lane has the greatest of its scores, which one it is and the second; up to three scores more are read.
  (func (export "leader") (param $scores i32) (param $count i32) (param $margin i32) (result i32)
    (local $i i32) (local $best i32) (local $top i32) (local $second i32) (local $score i32) (local $number i32)
    (local $tops v128) (local $seconds v128) (local $bests v128) (local $numbers v128) (local $four v128) (local $more v128)
    (local.set $tops (v128.const i32x4 0xc0000000 0xc0000000 0xc0000000 0xc0000000))
    (local.set $seconds (local.get $tops))
    (local.set $numbers (v128.const i32x4 0 1 2 3))
    (loop $each
      (local.set $four
        (v128.bitselect
          (v128.load align=4 (i32.add (local.get $scores) (i32.shl (local.get $i) (i32.const 2))))
          (v128.const i32x4 0xc0000000 0xc0000000 0xc0000000 0xc0000000)
          (i32x4.lt_s (local.get $numbers) (i32x4.splat (local.get $count)))))
      (local.set $more (i32x4.gt_s (local.get $four) (local.get $tops)))
      (local.set $seconds
        (i32x4.max_s (local.get $seconds) (i32x4.min_s (local.get $four) (local.get $tops))))
      (local.set $bests (v128.bitselect (local.get $numbers) (local.get $bests) (local.get $more)))
      (local.set $tops (i32x4.max_s (local.get $four) (local.get $tops)))
      (local.set $numbers (i32x4.add (local.get $numbers) (v128.const i32x4 4 4 4 4)))
      (local.set $i (i32.add (local.get $i) (i32.const 4)))
      (br_if $each (i32.lt_u (local.get $i) (local.get $count))))
    (local.set $best (i32x4.extract_lane 0 (local.get $bests)))
    (local.set $top (i32x4.extract_lane 0 (local.get $tops)))
    (local.set $second (i32x4.extract_lane 0 (local.get $seconds)))
    (local.set $score (i32x4.extract_lane 1 (local.get $tops)))
    (local.set $number (i32x4.extract_lane 1 (local.get $bests)))
    (local.set $i
      (i32.or
        (i32.gt_s (local.get $score) (local.get $top))
        (i32.and
          (i32.eq (local.get $score) (local.get $top))
          (i32.lt_s (local.get $number) (local.get $best)))))
    (local.set $second
      (call $max (local.get $second)
        (call $max (i32x4.extract_lane 1 (local.get $seconds))
          (select (local.get $top) (local.get $score) (local.get $i)))))
    (local.set $top (select (local.get $score) (local.get $top) (local.get $i)))
    (local.set $best (select (local.get $number) (local.get $best) (local.get $i)))
    (local.set $score (i32x4.extract_lane 2 (local.get $tops)))
    (local.set $number (i32x4.extract_lane 2 (local.get $bests)))
    (local.set $i
      (i32.or
        (i32.gt_s (local.get $score) (local.get $top))
        (i32.and
          (i32.eq (local.get $score) (local.get $top))
          (i32.lt_s (local.get $number) (local.get $best)))))
    (local.set $second
      (call $max (local.get $second)
        (call $max (i32x4.extract_lane 2 (local.get $seconds))
          (select (local.get $top) (local.get $score) (local.get $i)))))
    (local.set $top (select (local.get $score) (local.get $top) (local.get $i)))
    (local.set $best (select (local.get $number) (local.get $best) (local.get $i)))
    (local.set $score (i32x4.extract_lane 3 (local.get $tops)))
    (local.set $number (i32x4.extract_lane 3 (local.get $bests)))
    (local.set $i
      (i32.or
        (i32.gt_s (local.get $score) (local.get $top))
        (i32.and
          (i32.eq (local.get $score) (local.get $top))
          (i32.lt_s (local.get $number) (local.get $best)))))
    (local.set $second
      (call $max (local.get $second)
        (call $max (i32x4.extract_lane 3 (local.get $seconds))
          (select (local.get $top) (local.get $score) (local.get $i)))))
    (local.set $top (select (local.get $score) (local.get $top) (local.get $i)))
    (local.set $best (select (local.get $number) (local.get $best) (local.get $i)))
    (select (local.get $best) (i32.const -1)
      (i32.gt_s (i32.sub (local.get $top) (local.get $second)) (local.get $margin))))

  (func $max (param $a i32) (param $b i32) (result i32)
    (select (local.get $a) (local.get $b) (i32.gt_s (local.get $a) (local.get $b))))

  ;; Sets `vectors` times two numbers at `out` to a vector of `rows` numbers times a matrix, in the order of its rows.
  (func (export "timesMatrix")
    (param $vector i32) (param $rows i32) (param $matrix i32) (param $vectors i32) (param $out i32)
    (local $at i32) (local $end i32) (local $each i32) (local $last i32) (local $row i32) (local $sum v128)
    (local.set $end (i32.shl (local.get $vectors) (i32.const 4)))
    (local.set $last (i32.add (local.get $vector) (i32.shl (local.get $rows) (i32.const 3))))
    (loop $along
      (local.set $sum (v128.const f64x2 0 0))
      (local.set $each (local.get $vector))
      (local.set $row (i32.add (local.get $matrix) (local.get $at)))
      (loop $down
        (local.set $sum
          (f64x2.add (local.get $sum)
            (f64x2.mul (v128.load64_splat (local.get $each)) (v128.load align=8 (local.get $row)))))
        (local.set $each (i32.add (local.get $each) (i32.const 8)))
        (local.set $row (i32.add (local.get $row) (local.get $end)))
        (br_if $down (i32.lt_u (local.get $each) (local.get $last))))
      (v128.store align=8 (i32.add (local.get $out) (local.get $at)) (local.get $sum))
      (local.set $at (i32.add (local.get $at) (i32.const 16)))
      (br_if $along (i32.lt_u (local.get $at) (local.get $end)))))

  ;; Adds the weights of `count` features of the name model to the scores of the labels. `found` is room for three times
  ;; as many numbers.
  (func (export "addCells")
    (param $features i32) (param $count i32) (param $starts i32) (param $cells i32) (param $found i32)
    (param $scores i32)
    (local $end i32) (local $hash i32) (local $at i32) (local $last i32) (local $kept i32)
    (local $head i32) (local $next i32) (local $entry i32) (local $place i32)
    (local $places v128) (local $seen i64) (local $rest v128)
    (local.set $end (i32.add (local.get $features) (i32.shl (local.get $count) (i32.const 2))))
    (local.set $at (local.get $features))
    (block $done
      (loop $each
        (br_if $done (i32.ge_u (local.get $at) (local.get $end)))
        (local.set $places
          (i32x4.add (i32x4.splat (local.get $starts))
            (i32x4.shl (i32x4.shr_u (v128.load align=4 (local.get $at)) (i32.const 13)) (i32.const 2))))
        (local.set $seen
          (i64.or
            (i64.or (local.get $seen) (i64.or (i64.load align=4 (i32x4.extract_lane 0 (local.get $places))) (i64.load align=4 (i32x4.extract_lane 1 (local.get $places)))))
            (i64.or (i64.load align=4 (i32x4.extract_lane 2 (local.get $places))) (i64.load align=4 (i32x4.extract_lane 3 (local.get $places))))))
        (local.set $at (i32.add (local.get $at) (i32.const 16)))
        (br $each)))
    (i64.store (local.get $found) (local.get $seen))
    ;; The first cell of each feature's bucket, where it ends, and the feature: those with an empty bucket are left out.
    (local.set $kept (local.get $found))
    (block $done
      (loop $each
        (br_if $done (i32.ge_u (local.get $features) (local.get $end)))
        (local.set $hash (i32.load (local.get $features)))
        (local.set $place
          (i32.add (local.get $starts)
            (i32.shl (i32.shr_u (local.get $hash) (i32.const 13)) (i32.const 2))))
        (local.set $at (i32.load (local.get $place)))
        (local.set $last (i32.load offset=4 (local.get $place)))
        (i32.store (local.get $kept) (local.get $at))
        (i32.store offset=4 (local.get $kept) (local.get $last))
        (i32.store offset=8 (local.get $kept) (i32.and (local.get $hash) (i32.const 255)))
        (local.set $kept
          (i32.add (local.get $kept)
            (i32.mul (i32.ne (local.get $at) (local.get $last)) (i32.const 12))))
        (local.set $features (i32.add (local.get $features) (i32.const 4)))
        (br $each)))
    (local.set $at (local.get $found))
    (block $done
      (loop $each
        (br_if $done (i32.ge_u (local.get $at) (local.get $kept)))
        (local.set $rest
          (v128.or (local.get $rest)
            (v128.load align=2
              (i32.add (local.get $cells) (i32.shl (i32.load (local.get $at)) (i32.const 1))))))
        (local.set $at (i32.add (local.get $at) (i32.const 12)))
        (br $each)))
    (i32.store (local.get $kept) (v128.any_true (local.get $rest)))
    (block $done
      (loop $each
        (br_if $done (i32.ge_u (local.get $found) (local.get $kept)))
        (local.set $at
          (i32.add (local.get $cells) (i32.shl (i32.load (local.get $found)) (i32.const 1))))
        (local.set $last
          (i32.add (local.get $cells) (i32.shl (i32.load offset=4 (local.get $found)) (i32.const 1))))
        (loop $along
          (local.set $head (i32.load16_u (local.get $at)))
          (local.set $next
            (i32.add (i32.add (local.get $at) (i32.const 2))
              (i32.shl (i32.shr_u (local.get $head) (i32.const 8)) (i32.const 1))))
          (if (i32.eq (i32.and (local.get $head) (i32.const 255))
                (i32.load offset=8 (local.get $found)))
            (then
              (local.set $at (i32.add (local.get $at) (i32.const 2)))
              (block $end
                (loop $weight
                  (br_if $end (i32.ge_u (local.get $at) (local.get $next)))
                  (local.set $entry (i32.load16_s (local.get $at)))
                  (local.set $place
                    (i32.add (local.get $scores)
                      (i32.shl (i32.and (local.get $entry) (i32.const 255)) (i32.const 2))))
                  (i32.store (local.get $place)
                    (i32.add (i32.load (local.get $place))
                      (i32.shr_s (local.get $entry) (i32.const 8))))
                  (local.set $at (i32.add (local.get $at) (i32.const 2)))
                  (br $weight)))))
          (local.set $at (local.get $next))
          (br_if $along (i32.lt_u (local.get $at) (local.get $last))))
        (local.set $found (i32.add (local.get $found) (i32.const 12)))
        (br $each)))))
