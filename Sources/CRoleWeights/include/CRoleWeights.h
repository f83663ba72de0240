#ifndef CROLEWEIGHTS_H
#define CROLEWEIGHTS_H
/* The weights that .bootstrap/roles/train.py packs (see RoleModel). */
const void *_Nonnull banxin_role_weights(void);
#endif
