//! One test for each rule: the examples of its page hold.
//!
//! Generated from the rule files by xtask gen. Do not edit.

use crate::check_rule;

#[test]
fn r0001_file_unreadable() {
    check_rule("R0001");
}

#[test]
fn r0002_extension_mismatch() {
    check_rule("R0002");
}

#[test]
fn r0003_html_as_xls() {
    check_rule("R0003");
}

#[test]
fn r0004_text_encoding_guessed() {
    check_rule("R0004");
}

#[test]
fn r0005_mojibake() {
    check_rule("R0005");
}

#[test]
fn r0006_workbook_encrypted() {
    check_rule("R0006");
}

#[test]
fn r0007_multiple_sheets() {
    check_rule("R0007");
}

#[test]
fn r0008_hidden_content() {
    check_rule("R0008");
}

#[test]
fn r0009_blank_rows() {
    check_rule("R0009");
}

#[test]
fn r0010_trailing_phantom_rows() {
    check_rule("R0010");
}

#[test]
fn r0011_formula_cell() {
    check_rule("R0011");
}

#[test]
fn r0012_formula_error() {
    check_rule("R0012");
}

#[test]
fn r0013_too_many_rows() {
    check_rule("R0013");
}

#[test]
fn r0014_macro_or_external_links() {
    check_rule("R0014");
}

#[test]
fn r0015_date_1904_system() {
    check_rule("R0015");
}

#[test]
fn r0016_no_data_rows() {
    check_rule("R0016");
}

#[test]
fn r0017_sample_row() {
    check_rule("R0017");
}

#[test]
fn r0018_unclosed_quote() {
    check_rule("R0018");
}

#[test]
fn r0019_merged_data_cells() {
    check_rule("R0019");
}

#[test]
fn r0020_cells_slipped_sideways() {
    check_rule("R0020");
}

#[test]
fn r0021_another_header() {
    check_rule("R0021");
}

#[test]
fn r0022_list_given_twice() {
    check_rule("R0022");
}

#[test]
fn r0101_header_not_found() {
    check_rule("R0101");
}

#[test]
fn r0102_missing_required_column() {
    check_rule("R0102");
}

#[test]
fn r0103_unknown_column() {
    check_rule("R0103");
}

#[test]
fn r0104_header_text_differs() {
    check_rule("R0104");
}

#[test]
fn r0105_duplicate_column() {
    check_rule("R0105");
}

#[test]
fn r0106_column_order_differs() {
    check_rule("R0106");
}

#[test]
fn r0107_merged_header() {
    check_rule("R0107");
}

#[test]
fn r0108_profile_guess() {
    check_rule("R0108");
}

#[test]
fn r0109_title_rows() {
    check_rule("R0109");
}

#[test]
fn r0110_local_value_not_in_list() {
    check_rule("R0110");
}

#[test]
fn r0111_local_value_malformed() {
    check_rule("R0111");
}

#[test]
fn r0112_local_value_out_of_range() {
    check_rule("R0112");
}

#[test]
fn r0113_local_values_contradict() {
    check_rule("R0113");
}

#[test]
fn r0114_local_value_missing() {
    check_rule("R0114");
}

#[test]
fn r0115_local_value_repeated() {
    check_rule("R0115");
}

#[test]
fn r0116_columns_exchanged() {
    check_rule("R0116");
}

#[test]
fn r0117_pupils_above_header() {
    check_rule("R0117");
}

#[test]
fn r0201_outer_space() {
    check_rule("R0201");
}

#[test]
fn r0202_zero_width_char() {
    check_rule("R0202");
}

#[test]
fn r0203_control_char() {
    check_rule("R0203");
}

#[test]
fn r0204_fullwidth_alnum() {
    check_rule("R0204");
}

#[test]
fn r0205_leading_apostrophe() {
    check_rule("R0205");
}

#[test]
fn r0206_kangxi_radical() {
    check_rule("R0206");
}

#[test]
fn r0207_cjk_radical_supplement() {
    check_rule("R0207");
}

#[test]
fn r0208_compat_ideograph() {
    check_rule("R0208");
}

#[test]
fn r0209_private_use_char() {
    check_rule("R0209");
}

#[test]
fn r0210_placeholder_text() {
    check_rule("R0210");
}

#[test]
fn r0211_html_remnant() {
    check_rule("R0211");
}

#[test]
fn r0212_variation_selector() {
    check_rule("R0212");
}

#[test]
fn r0213_length_over() {
    check_rule("R0213");
}

#[test]
fn r0214_question_mark_glyph() {
    check_rule("R0214");
}

#[test]
fn r0215_required_empty() {
    check_rule("R0215");
}

#[test]
fn r0216_text_like_formula() {
    check_rule("R0216");
}

#[test]
fn r0217_wrapped_in_quotes() {
    check_rule("R0217");
}

#[test]
fn r0218_masked_value() {
    check_rule("R0218");
}

#[test]
fn r1001_resident_id_length() {
    check_rule("R1001");
}

#[test]
fn r1002_resident_id_chars() {
    check_rule("R1002");
}

#[test]
fn r1003_resident_id_checksum() {
    check_rule("R1003");
}

#[test]
fn r1004_resident_id_date_invalid() {
    check_rule("R1004");
}

#[test]
fn r1005_id_vs_birthdate() {
    check_rule("R1005");
}

#[test]
fn r1006_id_vs_sex() {
    check_rule("R1006");
}

#[test]
fn r1007_id_lowercase_x() {
    check_rule("R1007");
}

#[test]
fn r1008_id_lookalike_x() {
    check_rule("R1008");
}

#[test]
fn r1009_id_lookalike_digit() {
    check_rule("R1009");
}

#[test]
fn r1010_id_excel_truncated() {
    check_rule("R1010");
}

#[test]
fn r1011_id_column_all_000() {
    check_rule("R1011");
}

#[test]
fn r1012_id_15_digits() {
    check_rule("R1012");
}

#[test]
fn r1013_id_placeholder() {
    check_rule("R1013");
}

#[test]
fn r1014_id_unknown_province() {
    check_rule("R1014");
}

#[test]
fn r1015_id_unknown_region() {
    check_rule("R1015");
}

#[test]
fn r1016_id_region_abolished_before_birth() {
    check_rule("R1016");
}

#[test]
fn r1017_doctype_missing() {
    check_rule("R1017");
}

#[test]
fn r1018_doctype_number_mismatch() {
    check_rule("R1018");
}

#[test]
fn r1019_permit_residence_format() {
    check_rule("R1019");
}

#[test]
fn r1020_foreigner_prc_format() {
    check_rule("R1020");
}

#[test]
fn r1021_hkmo_permit_format() {
    check_rule("R1021");
}

#[test]
fn r1022_tw_permit_format() {
    check_rule("R1022");
}

#[test]
fn r1023_passport_format() {
    check_rule("R1023");
}

#[test]
fn r1024_other_doctype_number_blank() {
    check_rule("R1024");
}

#[test]
fn r1025_number_but_type_other() {
    check_rule("R1025");
}

#[test]
fn r1026_id_missing() {
    check_rule("R1026");
}

#[test]
fn r1027_expiry_format() {
    check_rule("R1027");
}

#[test]
fn r1028_expiry_order() {
    check_rule("R1028");
}

#[test]
fn r1029_expiry_past() {
    check_rule("R1029");
}

#[test]
fn r1030_id_column_shifted() {
    check_rule("R1030");
}

#[test]
fn r2001_name_inner_space() {
    check_rule("R2001");
}

#[test]
fn r2002_name_wrong_dot() {
    check_rule("R2002");
}

#[test]
fn r2003_name_dot_edge() {
    check_rule("R2003");
}

#[test]
fn r2004_name_missing_dot() {
    check_rule("R2004");
}

#[test]
fn r2005_name_digit_or_symbol() {
    check_rule("R2005");
}

#[test]
fn r2006_name_latin_in_han() {
    check_rule("R2006");
}

#[test]
fn r2007_name_too_short_long() {
    check_rule("R2007");
}

#[test]
fn r2008_name_mixed_traditional() {
    check_rule("R2008");
}

#[test]
fn r2009_name_appended_note() {
    check_rule("R2009");
}

#[test]
fn r2010_name_needs_astral() {
    check_rule("R2010");
}

#[test]
fn r2011_former_name_equals() {
    check_rule("R2011");
}

#[test]
fn r2012_name_gbk_pua_mapped() {
    check_rule("R2012");
}

#[test]
fn r2013_name_in_wrong_column() {
    check_rule("R2013");
}

#[test]
fn r2014_pinyin_filled() {
    check_rule("R2014");
}

#[test]
fn r3001_date_unparseable() {
    check_rule("R3001");
}

#[test]
fn r3002_date_wrong_format() {
    check_rule("R3002");
}

#[test]
fn r3003_date_excel_serial() {
    check_rule("R3003");
}

#[test]
fn r3004_date_ambiguous() {
    check_rule("R3004");
}

#[test]
fn r3005_date_future() {
    check_rule("R3005");
}

#[test]
fn r3006_birthdate_implausible_age() {
    check_rule("R3006");
}

#[test]
fn r3007_birthdate_grade_mismatch() {
    check_rule("R3007");
}

#[test]
fn r3008_enrolment_month() {
    check_rule("R3008");
}

#[test]
fn r3009_enrolment_before_birth() {
    check_rule("R3009");
}

#[test]
fn r3010_enrolment_grade_mismatch() {
    check_rule("R3010");
}

#[test]
fn r3011_same_birthdate_block() {
    check_rule("R3011");
}

#[test]
fn r3012_default_date() {
    check_rule("R3012");
}

#[test]
fn r3013_age_unlike_class() {
    check_rule("R3013");
}

#[test]
fn r4001_code_not_in_list() {
    check_rule("R4001");
}

#[test]
fn r4002_code_as_number() {
    check_rule("R4002");
}

#[test]
fn r4003_code_with_number() {
    check_rule("R4003");
}

#[test]
fn r4004_ethnic_unknown() {
    check_rule("R4004");
}

#[test]
fn r4005_ethnic_missing_zu() {
    check_rule("R4005");
}

#[test]
fn r4006_ethnic_old_name() {
    check_rule("R4006");
}

#[test]
fn r4007_sex_not_nan_nv() {
    check_rule("R4007");
}

#[test]
fn r4008_hmt_vs_nationality() {
    check_rule("R4008");
}

#[test]
fn r4009_zhengzhi_age() {
    check_rule("R4009");
}

#[test]
fn r4010_suibanjiudu_vs_disability() {
    check_rule("R4010");
}

#[test]
fn r4011_disability_special_school() {
    check_rule("R4011");
}

#[test]
fn r4012_health_vs_disability() {
    check_rule("R4012");
}

#[test]
fn r4013_liushou_vs_suiqian() {
    check_rule("R4013");
}

#[test]
fn r4014_orphan_vs_parents() {
    check_rule("R4014");
}

#[test]
fn r4015_singlechild_vs_siblings() {
    check_rule("R4015");
}

#[test]
fn r4016_schoolbus_vs_mode() {
    check_rule("R4016");
}

#[test]
fn r4017_boarding_vs_distance() {
    check_rule("R4017");
}

#[test]
fn r4018_distance_range() {
    check_rule("R4018");
}

#[test]
fn r4019_rxfs_stage() {
    check_rule("R4019");
}

#[test]
fn r4020_subsidy_conflict() {
    check_rule("R4020");
}

#[test]
fn r4021_xyly_vs_hukou() {
    check_rule("R4021");
}

#[test]
fn r4022_nation_vs_region_name() {
    check_rule("R4022");
}

#[test]
fn r4023_yesno_variants() {
    check_rule("R4023");
}

#[test]
fn r5001_region_12_digits() {
    check_rule("R5001");
}

#[test]
fn r5002_region_name_instead() {
    check_rule("R5002");
}

#[test]
fn r5003_region_unknown() {
    check_rule("R5003");
}

#[test]
fn r5004_region_leaf_missing() {
    check_rule("R5004");
}

#[test]
fn r5006_phone_format() {
    check_rule("R5006");
}

#[test]
fn r5007_phone_as_number() {
    check_rule("R5007");
}

#[test]
fn r5008_phone_duplicate() {
    check_rule("R5008");
}

#[test]
fn r5009_postcode() {
    check_rule("R5009");
}

#[test]
fn r5010_email_format() {
    check_rule("R5010");
}

#[test]
fn r5011_address_too_short() {
    check_rule("R5011");
}

#[test]
fn r5012_address_all_same() {
    check_rule("R5012");
}

#[test]
fn r5013_phone_sequence() {
    check_rule("R5013");
}

#[test]
fn r5014_phone_number_cell() {
    check_rule("R5014");
}

#[test]
fn r6001_member1_incomplete() {
    check_rule("R6001");
}

#[test]
fn r6002_guardian_missing() {
    check_rule("R6002");
}

#[test]
fn r6003_member_is_student() {
    check_rule("R6003");
}

#[test]
fn r6004_members_identical() {
    check_rule("R6004");
}

#[test]
fn r6005_relation_vs_sex() {
    check_rule("R6005");
}

#[test]
fn r6006_relation_note_missing() {
    check_rule("R6006");
}

#[test]
fn r6007_member_age() {
    check_rule("R6007");
}

#[test]
fn r6008_member_id_invalid() {
    check_rule("R6008");
}

#[test]
fn r6009_no_id_student_needs_members() {
    check_rule("R6009");
}

#[test]
fn r6010_one_parent_only() {
    check_rule("R6010");
}

#[test]
fn r6011_guardian_contradiction() {
    check_rule("R6011");
}

#[test]
fn r7001_dup_id_same_student() {
    check_rule("R7001");
}

#[test]
fn r7002_dup_id_different_student() {
    check_rule("R7002");
}

#[test]
fn r7003_dup_id_name_variant() {
    check_rule("R7003");
}

#[test]
fn r7004_dup_name_sex_dob_no_id() {
    check_rule("R7004");
}

#[test]
fn r7005_dup_name_sex_dob_with_id() {
    check_rule("R7005");
}

#[test]
fn r7006_dup_near_id() {
    check_rule("R7006");
}

#[test]
fn r7007_dup_across_files() {
    check_rule("R7007");
}

#[test]
fn r7008_dup_xuejihao() {
    check_rule("R7008");
}

#[test]
fn r7009_handling_biangeng() {
    check_rule("R7009");
}

#[test]
fn r7010_handling_zuozheng() {
    check_rule("R7010");
}

#[test]
fn r7011_handling_shanchu() {
    check_rule("R7011");
}

#[test]
fn r7012_kept_row_needs_evidence() {
    check_rule("R7012");
}

#[test]
fn r7013_checksum_cannot_be_evidenced() {
    check_rule("R7013");
}

#[test]
fn r7014_evidence_missing() {
    check_rule("R7014");
}

#[test]
fn r7015_name_mismatch_police_hint() {
    check_rule("R7015");
}

#[test]
fn r7016_duplicate_summary() {
    check_rule("R7016");
}

#[test]
fn r7017_dup_near_pupil() {
    check_rule("R7017");
}

#[test]
fn r7018_dup_not_compared() {
    check_rule("R7018");
}

#[test]
fn r7019_listed_as_problem() {
    check_rule("R7019");
}

#[test]
fn r8001_xjh_format() {
    check_rule("R8001");
}

#[test]
fn r8002_xjh_g_invalid() {
    check_rule("R8002");
}

#[test]
fn r8003_xjh_g_differs() {
    check_rule("R8003");
}

#[test]
fn r8004_xjh_l_format() {
    check_rule("R8004");
}

#[test]
fn r8005_xjh_l_equals_id() {
    check_rule("R8005");
}

#[test]
fn r8006_xjh_j_invalid() {
    check_rule("R8006");
}

#[test]
fn r8007_xjh_missing() {
    check_rule("R8007");
}

#[test]
fn r8008_xjh_j_could_be_g() {
    check_rule("R8008");
}

#[test]
fn r8009_xjh_filled_in_new_roster() {
    check_rule("R8009");
}

#[test]
fn r8010_school_code_format() {
    check_rule("R8010");
}

#[test]
fn r8011_school_code_mixed() {
    check_rule("R8011");
}

#[test]
fn r8012_school_code_stage() {
    check_rule("R8012");
}

#[test]
fn r8013_grade_unknown() {
    check_rule("R8013");
}

#[test]
fn r8014_class_code_missing() {
    check_rule("R8014");
}

#[test]
fn r8015_class_code_inconsistent() {
    check_rule("R8015");
}

#[test]
fn r8016_class_size_over() {
    check_rule("R8016");
}

#[test]
fn r8017_bannei_xuehao_dup() {
    check_rule("R8017");
}

#[test]
fn r8018_bannei_xuehao_gap() {
    check_rule("R8018");
}

#[test]
fn r8019_local_student_number() {
    check_rule("R8019");
}

#[test]
fn r8020_grade_size_jump() {
    check_rule("R8020");
}

#[test]
fn r8021_class_code_filled_down() {
    check_rule("R8021");
}

#[test]
fn r8022_class_missing() {
    check_rule("R8022");
}

#[test]
fn r8023_class_became_date() {
    check_rule("R8023");
}

#[test]
fn r9001_event_type_unknown() {
    check_rule("R9001");
}

#[test]
fn r9002_event_required_fields() {
    check_rule("R9002");
}

#[test]
fn r9003_leave_longer_than_limit() {
    check_rule("R9003");
}

#[test]
fn r9004_leave_overdue() {
    check_rule("R9004");
}

#[test]
fn r9005_leave_extend_deadline() {
    check_rule("R9005");
}

#[test]
fn r9006_resume_before_leave() {
    check_rule("R9006");
}

#[test]
fn r9007_transfer_window() {
    check_rule("R9007");
}

#[test]
fn r9008_transfer_while_leave_or_punished() {
    check_rule("R9008");
}

#[test]
fn r9009_transfer_full_class() {
    check_rule("R9009");
}

#[test]
fn r9010_expulsion_in_compulsory() {
    check_rule("R9010");
}

#[test]
fn r9011_event_student_not_in_roster() {
    check_rule("R9011");
}

#[test]
fn r9012_event_duplicate() {
    check_rule("R9012");
}

#[test]
fn r9013_dropout_in_compulsory() {
    check_rule("R9013");
}

#[test]
fn r9014_grade_promotion() {
    check_rule("R9014");
}
