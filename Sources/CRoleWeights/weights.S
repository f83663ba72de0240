/* The second reader's weights, part of the program: nothing is read at its start. */
.section .rodata
.global banxin_roles
.balign 8
banxin_roles:
/* Builds follow this source, not the file: sha256 de4f750cc37f7ccc87b2688b6a40cbffe94d5c0d991cd54cfb3682826cf3342c */
.incbin "roles.bin"
.section .note.GNU-stack,"",%progbits
