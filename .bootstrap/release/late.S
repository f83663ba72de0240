// One jump a function of a library that is loaded at its first call: see late.c.
//
// functions.inc holds a line "late NAME" for each function. A call goes where the function's slot
// points: at first to the search, which keeps every register that carries arguments.

#if defined(__x86_64__)

.macro late name
  .section .text.late.\name, "ax", @progbits
  .globl \name
  .type \name, @function
\name:
  endbr64
  movq .Lslot.\name(%rip), %r11
  jmpq *%r11
  .size \name, . - \name
.Lfirst.\name:
  leaq .Lentry.\name(%rip), %r11
  jmp .Lsearch
  .section .data.late.\name, "aw", @progbits
  .balign 8
.Lentry.\name:
.Lslot.\name:
  .quad .Lfirst.\name
  .quad .Lname.\name
  .section .rodata.late.\name, "a", @progbits
.Lname.\name:
  .asciz "\name"
.endm

  .text
.Lsearch:
  pushq %rbp
  movq %rsp, %rbp
  andq $-16, %rsp
  subq $208, %rsp
  movq %rdi, 0(%rsp)
  movq %rsi, 8(%rsp)
  movq %rdx, 16(%rsp)
  movq %rcx, 24(%rsp)
  movq %r8, 32(%rsp)
  movq %r9, 40(%rsp)
  movq %rax, 48(%rsp)
  movq %r10, 56(%rsp)
  movups %xmm0, 64(%rsp)
  movups %xmm1, 80(%rsp)
  movups %xmm2, 96(%rsp)
  movups %xmm3, 112(%rsp)
  movups %xmm4, 128(%rsp)
  movups %xmm5, 144(%rsp)
  movups %xmm6, 160(%rsp)
  movups %xmm7, 176(%rsp)
  movq %r11, 192(%rsp)
  movq 8(%r11), %rdi
  call LATE_FIND
  movq 192(%rsp), %r11
  movq %rax, (%r11)
  movq %rax, %r11
  movups 176(%rsp), %xmm7
  movups 160(%rsp), %xmm6
  movups 144(%rsp), %xmm5
  movups 128(%rsp), %xmm4
  movups 112(%rsp), %xmm3
  movups 96(%rsp), %xmm2
  movups 80(%rsp), %xmm1
  movups 64(%rsp), %xmm0
  movq 56(%rsp), %r10
  movq 48(%rsp), %rax
  movq 40(%rsp), %r9
  movq 32(%rsp), %r8
  movq 24(%rsp), %rcx
  movq 16(%rsp), %rdx
  movq 8(%rsp), %rsi
  movq 0(%rsp), %rdi
  leave
  jmpq *%r11

#else
#error "late libraries are written for x86-64 only: the script links the library itself elsewhere"
#endif

#include "functions.inc"

  .section .note.GNU-stack, "", @progbits
