//! Texts that stand where they do not belong.

use super::*;

fn check(column: Column, shown: &[(&str, &str)]) {
    for (text, expected) in shown {
        let told = hidden(column, text).unwrap_or_else(|| (*text).to_owned());
        assert_eq!(&told, expected, "{column:?}");
    }
}

#[test]
fn what_does_not_belong_is_masked_as_one_of_its_kind() {
    check(
        Column::IdType,
        &[
            ("110101201509010016", "110101********0016"),
            ("11010120150901001X", "110101********001X"),
            ("110101 20150901 0016", "110101********0016"),
            ("1 1 0 1 0 1 2 0 1 5 0 9 0 1 0 0 1 6", "110101********0016"),
            ("11010120150901001", "110101*******1001"),
            ("110101150901001", "110101*****1001"),
            ("１１０１０１２０１５０９０１００１６", "110101********0016"),
            ("13800000001", "138****0001"),
            ("+86 138-0000-0001", "+861******0001"),
            ("010-60000001", "010****0001"),
            ("E12345678", "E1*****78"),
            ("H12345678", "H1*****78"),
            ("zhang@example.com", "zh***"),
            ("1110101201509010016", "111010*********0016"),
            ("王小明", "王**"),
            ("欧阳小明", "欧***"),
            ("买买提·艾尔肯", "买**·***"),
            ("王小明13800000001", "王*************"),
            ("4 13800000001", "4 138****0001"),
            ("13800000001 13800000002 3", "138****0001 138****0002 3"),
            ("薛城区临城街道泰山路8号", "薛城区临城街***"),
        ],
    );
    check(
        Column::Talents,
        &[
            ("书法，电话13800000001", "书法，电话138****0001"),
            ("东城区景山街道1号", "东城***"),
        ],
    );
}

/// Columns of codes, of days and of numbers.
const OF_CODES: [Column; 15] = [
    Column::Sex,
    Column::EthnicGroup,
    Column::Nationality,
    Column::IdType,
    Column::Health,
    Column::PoliticalStatus,
    Column::HukouType,
    Column::Grade,
    Column::ClassCode,
    Column::EnrolmentMonth,
    Column::EnrolmentMethod,
    Column::Boarding,
    Column::StudentSource,
    Column::Member1Relation,
    Column::EventType,
];

#[test]
fn a_name_is_hidden_among_codes_whatever_the_surname() {
    let surnames = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛\
        奚范彭郎鲁韦昌马苗凤花方俞任袁柳酆鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄\
        和穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁\
        钟徐邱骆高夏蔡田樊胡凌霍虞万支柯昝管卢莫经房裘缪干解应宗丁宣贲邓郁单杭洪包诸左石崔吉钮龚程嵇邢滑裴陆荣翁\
        荀羊惠甄曲家封芮羿储靳汲邴糜松井段富巫乌焦巴弓牧隗山谷车侯宓蓬全郗班仰秋仲伊宫宁仇栾暴甘钭厉戎祖武符刘景\
        詹束龙叶幸司韶郜黎蓟薄印宿白怀蒲邰从鄂索咸籍赖卓蔺屠蒙池乔阴胥能苍双闻莘党翟谭贡劳逄姬申扶堵冉宰郦雍璩桑\
        桂濮牛寿通边扈燕冀浦尚农温别庄晏柴瞿阎充慕连茹习宦艾鱼容向古易慎戈廖庾终暨居衡步都耿满弘匡国文寇广禄阙东欧\
        殳沃利蔚越夔隆师巩厍聂晁勾敖融冷訾辛阚那简饶空曾沙养鞠须丰巢关蒯相查后荆红游竺权逯盖益桓付覃闫肖冼麦仝岳";
    for family in surnames.chars().filter(|&it| is_han(it)) {
        for given in ["诗云", "伟", "国强", "明月"] {
            let name = format!("{family}{given}");
            for column in OF_CODES {
                let shown = hidden(column, &name);
                assert!(shown.is_some(), "{name} in {column:?}");
            }
        }
    }
    let others = [
        "欧阳娜",
        "司马光明",
        "阿依古丽",
        "卓玛",
        "次仁旺堆",
        "巴特尔",
        "娜仁",
        "买买提",
        "古丽娜尔",
        "阿卜杜热合曼",
        "热孜万古丽",
        "努尔比亚",
        "旦增曲珍",
        "扎西",
        "多吉",
        "央金",
        "德吉",
        "格桑",
        "洛桑",
        "索朗",
        "其其格",
        "乌兰",
        "萨仁",
        "哈斯",
        "娜仁托娅",
        "孟和",
        "斯琴",
        "塔娜",
        "阿迪力",
        "艾力",
        "努尔",
        "帕提古丽",
        "热依汗",
        "玉素甫",
        "马依拉",
        "木合塔尔",
        "加娜尔",
        "叶尔兰",
        "阿依努尔",
        "日松",
        "木呷",
        "阿呷",
        "沙马",
        "吉克",
        "尔古",
        "曲比",
        "约翰史密斯",
        "张健康",
        "王保安",
        "李明月",
        "张红旗",
        "陈年",
        "张立人",
        "王小妹",
    ];
    for name in others {
        for column in OF_CODES {
            assert!(hidden(column, name).is_some(), "{name} in {column:?}");
        }
    }
    check(
        Column::Sex,
        &[
            ("John Smith", "J***␣*****"),
            ("WANG XIAOMING", "W***␣********"),
        ],
    );
    check(
        Column::EnrolmentMonth,
        &[("John Smith", "J***␣*****"), ("Sep 2025", "Sep 2025")],
    );
}

#[test]
fn words_near_a_list_stay() {
    let stays = [
        (
            Column::PoliticalStatus,
            "团员 少先队 共青团 预备党员 少先队员 儿童团 普通群众",
        ),
        (Column::Boarding, "走读 住校 半走读 寄宿制 不住校"),
        (
            Column::HukouType,
            "非农 城镇 农业 农村 居民 城镇户口 非农业人口 城镇非农",
        ),
        (
            Column::EthnicGroup,
            "汉族人 汉 高山 中国 俚族 未识别 穿青人",
        ),
        (Column::Sex, "男性 女孩 汉族 走读 不详 未知"),
        (Column::Health, "健康 良好 不健康 身体良好 心脏病 无病 正常"),
        (Column::Nationality, "中国人 中国籍 汉族 大韩民国"),
        (
            Column::IdType,
            "身份证 居民身份证 护照 户口簿 无证件 港澳通行证",
        ),
        (
            Column::Member1Relation,
            "继父 大姨 堂哥 姑妈 舅妈 太奶奶 监护人 本人 外祖母",
        ),
        (Column::Grade, "高一 初三 一年级 小学三年级 学前班"),
        (Column::EnrolmentMethod, "就近入学 统一招生 普通入学"),
        (
            Column::IdExpiry,
            "长期 长期有效 不详 二〇三五年九月一日 二〇二五年九月",
        ),
        (Column::ClassCode, "高一 三班 高三一班"),
    ];
    for (column, texts) in stays {
        for text in texts.split(' ') {
            check(column, &[(text, text)]);
        }
    }
}

#[test]
fn what_belongs_stays() {
    let stays = [
        (Column::EthnicGroup, "汉族 汉族人 满族 黎族 高山族 白族人"),
        (Column::HukouType, "城镇 农业户口 常住户口 非农业家庭户口"),
        (Column::PoliticalStatus, "少先队员 党员 共青团员 群众"),
        (Column::ClassName, "三年级2班 高一（3）班 马班 20250101班"),
        (Column::ClassCode, "2501 20250101 G20250101 高一 高一2班"),
        (Column::Grade, "高一 高中一年级 小学三年级"),
        (
            Column::SchoolCode,
            "2137000001 第一小学 东城区景山街道中心小学",
        ),
        (
            Column::HukouCode,
            "110101001001 110101 江苏 北京市东城区景山街道",
        ),
        (
            Column::IdExpiry,
            "20150901-20350901 2015.09.01-2035.09.01 长期",
        ),
        (Column::EnrolmentMonth, "202509 2025年9月 于2025年9月入学"),
        (
            Column::EventReason,
            "2024年9月迁入东城区景山街道 石油工人子弟 随父母迁移",
        ),
        (Column::Member1Relation, "曾祖父 祖父 姑父"),
        (Column::Talents, "高尔夫 武术 马术 田径 金石篆刻"),
        (Column::Health, "严重近视 一般"),
        (
            Column::EventType,
            "毕业 转学 休学 外出 离校 失踪 走读 出国 送教上门",
        ),
        (Column::NativePlace, "山东枣庄 江苏 徐州"),
        (Column::StudentSource, "安徽 江西 外省 方家镇"),
    ];
    for (column, texts) in stays {
        for text in texts.split(' ') {
            check(column, &[(text, text)]);
        }
    }
}
